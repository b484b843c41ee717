package dev.fairlead.store;

import dev.fairlead.core.detect.Severity;
import java.util.Optional;

/// Severities as they stand in the store, so that they can be compared there; 0 is none.
final class Ranks {

    private Ranks() {}

    static int of(Severity severity) {
        return switch (severity) {
            case LOW -> 1;
            case MEDIUM -> 2;
            case HIGH -> 3;
        };
    }

    static Optional<Severity> read(int rank) {
        return switch (rank) {
            case 1 -> Optional.of(Severity.LOW);
            case 2 -> Optional.of(Severity.MEDIUM);
            case 3 -> Optional.of(Severity.HIGH);
            default -> Optional.empty();
        };
    }
}
