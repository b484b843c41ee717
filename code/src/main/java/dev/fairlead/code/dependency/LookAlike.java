package dev.fairlead.code.dependency;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds names that differ by one slip of the hand: a letter too many, too few, another, or two that changed places.
final class LookAlike {

    /// Shorter names are too often alike by chance.
    private static final int SHORTEST = 5;

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private LookAlike() {}

    /// The name among those known that another may be a slip of.
    ///
    /// Left alone are names of the same publisher, names that differ in a number, and those that only add
    /// or drop an `s` at the end.
    static Optional<String> of(Ecosystem ecosystem, String name, Collection<String> known) {
        return known.stream()
                .filter(each -> each.length() >= SHORTEST && name.length() >= SHORTEST)
                .filter(each -> Math.abs(each.length() - name.length()) <= 1)
                .filter(each -> isSlip(each, name))
                .filter(each -> !isSibling(ecosystem, each, name))
                .sorted()
                .findFirst();
    }

    private static boolean isSibling(Ecosystem ecosystem, String one, String other) {
        String publisher = ecosystem.publisher(one);
        return !publisher.isEmpty() && publisher.equals(ecosystem.publisher(other))
                || withoutDigits(one).equals(withoutDigits(other))
                || (one + "s").equals(other)
                || (other + "s").equals(one);
    }

    private static String withoutDigits(String name) {
        return DIGITS.matcher(name).replaceAll("");
    }

    /// Whether two names are one slip apart.
    static boolean isSlip(String one, String other) {
        String shorter = one.length() <= other.length() ? one : other;
        String longer = one.length() <= other.length() ? other : one;
        int at = 0;
        while (at < shorter.length() && shorter.charAt(at) == longer.charAt(at)) {
            at++;
        }
        if (shorter.length() < longer.length()) {
            return shorter.substring(at).equals(longer.substring(at + 1));
        }
        if (at == shorter.length()) {
            return false;
        }
        return shorter.substring(at + 1).equals(longer.substring(at + 1))
                || at + 1 < shorter.length()
                        && shorter.charAt(at) == longer.charAt(at + 1)
                        && shorter.charAt(at + 1) == longer.charAt(at)
                        && shorter.substring(at + 2).equals(longer.substring(at + 2));
    }
}
