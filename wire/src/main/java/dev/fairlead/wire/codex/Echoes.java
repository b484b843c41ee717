package dev.fairlead.wire.codex;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Tells what is said for the first time from its echoes.
///
/// A rollout states the same words in up to three streams, in either order, and which streams it has depends on the
/// client's version. A statement is new where its stream has now stated the words more often than any other stream
/// has: so words that are truly said twice are told twice.
final class Echoes {

    private static final int MOST = 256;

    private final Map<Words, Map<Stream, Integer>> counts = new LinkedHashMap<>();

    /// The streams of a rollout.
    enum Stream {
        /// What passes between the client and the model.
        ITEM,
        /// What the client tells its own surface.
        EVENT,
        /// The later form of the same: items that are complete.
        COMPLETED
    }

    /// What is said, short enough to be remembered.
    private record Words(String kind, int length, int hash) {}

    /// Whether no other stream has said this before.
    ///
    /// @param kind what sort of words they are: only words of one sort are echoes of each other
    boolean isNew(String kind, String text, Stream stream) {
        String stripped = text.strip();
        Map<Stream, Integer> stated = counts.computeIfAbsent(
                new Words(kind, stripped.length(), stripped.hashCode()), _ -> new EnumMap<>(Stream.class));
        int most = stated.isEmpty() ? 0 : Collections.max(stated.values());
        int now = stated.merge(stream, 1, Integer::sum);
        if (counts.size() > MOST) {
            counts.remove(counts.keySet().iterator().next());
        }
        return now > most;
    }

    /// Begins anew: echoes stay within one turn.
    void clear() {
        counts.clear();
    }
}
