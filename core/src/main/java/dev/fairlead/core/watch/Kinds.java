package dev.fairlead.core.watch;

import dev.fairlead.core.event.Happening;
import java.util.HashMap;
import java.util.Map;

/// The kinds of events, one bit for each, so that a detector is passed over by one look where it heeds others.
final class Kinds {

    private static final Map<Class<?>, Long> BITS = bits();

    private Kinds() {}

    private static Map<Class<?>, Long> bits() {
        Map<Class<?>, Long> bits = new HashMap<>();
        for (Class<?> kind : Happening.class.getPermittedSubclasses()) {
            bits.put(kind, 1L << bits.size());
        }
        return Map.copyOf(bits);
    }

    /// The bit of an event's kind.
    static long of(Happening what) {
        return BITS.getOrDefault(what.getClass(), 0L);
    }

    /// The bits of several kinds.
    static long of(Iterable<Class<? extends Happening>> kinds) {
        long all = 0;
        for (Class<? extends Happening> kind : kinds) {
            all |= BITS.getOrDefault(kind, 0L);
        }
        return all;
    }
}
