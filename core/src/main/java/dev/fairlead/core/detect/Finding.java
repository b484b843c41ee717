package dev.fairlead.core.detect;

import java.util.List;
import java.util.stream.Stream;

/// A misbehaviour that was found, with what proves it and what to do instead.
///
/// @param detector the id of the detector that speaks, in kebab case
/// @param misbehaviour the class
/// @param severity how much it matters
/// @param confidence how sure the detector is, above 0 and at most 1: its precision where that was measured
/// @param claim what the agent did, as a clause whose subject is the agent, without a full stop
/// @param remedy what the agent should do instead, as an order, without a full stop
/// @param evidence the events that prove it, in order, never empty; the last is where the finding was made
public record Finding(
        String detector,
        Misbehaviour misbehaviour,
        Severity severity,
        double confidence,
        String claim,
        String remedy,
        List<Evidence> evidence) {

    /// The most events that one finding names. Of a longer streak the first and the last are named.
    public static final int MOST_EVIDENCE = 24;

    public Finding {
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("finding of `%s` without evidence".formatted(detector));
        }
        if (claim.isBlank() || remedy.isBlank()) {
            throw new IllegalArgumentException("finding of `%s` without a claim or a remedy".formatted(detector));
        }
        if (!(confidence > 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence %s is not above 0 and at most 1".formatted(confidence));
        }
        evidence = ordered(evidence);
    }

    /// Where the finding was made.
    public Evidence last() {
        return evidence.getLast();
    }

    private static List<Evidence> ordered(List<Evidence> evidence) {
        List<Evidence> sorted = evidence.stream()
                .distinct()
                .sorted((a, b) -> Long.compare(a.sequence(), b.sequence()))
                .toList();
        if (sorted.size() <= MOST_EVIDENCE) {
            return sorted;
        }
        int half = MOST_EVIDENCE / 2;
        return Stream.concat(
                        sorted.subList(0, half).stream(), sorted.subList(sorted.size() - half, sorted.size()).stream())
                .toList();
    }
}
