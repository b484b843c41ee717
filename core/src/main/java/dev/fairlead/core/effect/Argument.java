package dev.fairlead.core.effect;

import java.util.Optional;
import java.util.Set;

/// One argument as a program would get it.
///
/// @param text with every variable replaced whose value is known; the others stand as they are written
/// @param isKnown whether all of it is known
/// @param isPattern whether a shell would look for files that match it
/// @param taints where it came from
record Argument(String text, boolean isKnown, boolean isPattern, Set<Taint> taints) {

    static Argument of(String text) {
        return new Argument(text, true, false, Set.of());
    }

    static Argument unknown(String written) {
        return new Argument(written, false, false, Set.of());
    }

    /// The same argument with another text, for a part of it.
    Argument withText(String part) {
        return new Argument(part, isKnown, isPattern && Ground.isPattern(part), taints);
    }

    boolean is(String expected) {
        return text.equals(expected);
    }

    Flow asFlow() {
        return new Flow(isKnown ? Optional.of(text) : Optional.empty(), taints);
    }
}
