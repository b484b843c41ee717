package dev.fairlead.core.detect;

import java.util.List;

/// What a detector makes of one event: its memory from now on, and what it found.
///
/// @param memory a value, so that it can be checkpointed, compared, bounded and replayed
/// @param findings mostly none
public record Observation<M>(M memory, List<Finding> findings) {

    public Observation {
        findings = List.copyOf(findings);
    }

    /// Nothing to say.
    public static <M> Observation<M> quiet(M memory) {
        return new Observation<>(memory, List.of());
    }

    /// One finding.
    public static <M> Observation<M> flag(M memory, Finding finding) {
        return new Observation<>(memory, List.of(finding));
    }
}
