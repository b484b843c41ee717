package dev.fairlead.policy;

import dev.fairlead.core.decide.Mode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A word of a policy file, with its place.
///
/// @param name the key that it stands under
record Scalar(String file, int line, String name, String text) {

    BrokenPolicy broken(String reason) {
        return new BrokenPolicy(file, line, reason);
    }

    Mode mode() throws BrokenPolicy {
        return one(Mode::of, List.of("off", "shadow", "nudge", "ask", "refuse"));
    }

    /// The thing that the word stands for.
    <T> T one(Function<String, Optional<T>> of, List<String> words) throws BrokenPolicy {
        Optional<T> found = of.apply(text);
        if (found.isEmpty()) {
            throw broken("`%s` takes %s, not `%s`".formatted(name, Similar.choice(words), text));
        }
        return found.get();
    }

    long whole() throws BrokenPolicy {
        try {
            return Long.parseUnsignedLong(text.replace("_", ""));
        } catch (NumberFormatException fault) {
            throw broken("`%s` takes a whole number, not `%s`".formatted(name, text));
        }
    }

    double amount() throws BrokenPolicy {
        try {
            double amount = Double.parseDouble(text);
            if (amount >= 0 && Double.isFinite(amount)) {
                return amount;
            }
        } catch (NumberFormatException fault) {
            // said below
        }
        throw broken("`%s` takes a number from 0 on, not `%s`".formatted(name, text));
    }

    boolean flag() throws BrokenPolicy {
        return one(
                word -> word.equals("true")
                        ? Optional.of(true)
                        : word.equals("false") ? Optional.of(false) : Optional.empty(),
                List.of("true", "false"));
    }
}
