package dev.fairlead.code.dependency;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What versions say, as manifests write them.
final class Versions {

    private static final Set<String> ANY =
            Set.of("*", "latest", "x", "release", "+", "latest.release", "any", ">=0", ">= 0");
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?");

    private Versions() {}

    /// Whether any version will do.
    static boolean isAny(String version) {
        return ANY.contains(version.strip().toLowerCase(Locale.ROOT));
    }

    /// A version's first three numbers; the first version of a range.
    private record Numbers(int major, int minor, int patch) {

        static Optional<Numbers> of(String version) {
            Matcher found = NUMBERS.matcher(version);
            return found.find()
                    ? Optional.of(new Numbers(number(found.group(1)), number(found.group(2)), number(found.group(3))))
                    : Optional.empty();
        }

        private static int number(String text) {
            return text == null ? 0 : Integer.parseInt(text);
        }

        boolean isBelow(Numbers other) {
            return major != other.major
                    ? major < other.major
                    : minor != other.minor ? minor < other.minor : patch < other.patch;
        }
    }

    /// What a move from one version to another is to be told as; empty where it is a small step on.
    static Optional<String> jump(String name, String before, String after) {
        Optional<Numbers> from = Numbers.of(before);
        Optional<Numbers> to = Numbers.of(after);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (to.get().isBelow(from.get())) {
            return Optional.of("takes `%s` back from `%s` to `%s`".formatted(name, before, after));
        }
        return to.get().major() > from.get().major()
                ? Optional.of("raises `%s` from `%s` to `%s`, another major version".formatted(name, before, after))
                : Optional.empty();
    }
}
