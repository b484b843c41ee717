package dev.fairlead.core.effect;

import java.util.Optional;
import java.util.Set;

/// A file that a session has written, as it matters to whoever runs, reads or sends it later.
///
/// @param path absolute and normal
/// @param text what it holds, where running it would have an effect that counts
/// @param taints where that came from
record Trace(String path, Optional<String> text, Set<Taint> taints) {

    /// A file that the agent has read, in a folder that came from elsewhere.
    static Trace known(String path) {
        return new Trace(path, Optional.of(""), Set.of());
    }

    /// Nothing is to be said of the file any longer.
    boolean isEmpty() {
        return text.isEmpty() && taints.isEmpty();
    }

    /// The same file after the agent was shown what is in it: it is no longer code that nobody has read.
    Trace shown() {
        return taints.isEmpty() ? this : new Trace(path, text, secret());
    }

    private Set<Taint> secret() {
        return taints.contains(Taint.SECRET) ? Set.of(Taint.SECRET) : Set.of();
    }

    Flow asFlow() {
        return new Flow(text, taints);
    }
}
