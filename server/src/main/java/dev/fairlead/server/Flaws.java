package dev.fairlead.server;

import dev.fairlead.core.detect.Evidence;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Flaw;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The flaws in the code that reviews of a session's changes told of, and that are not mended, by the sequence of the
/// review.
///
/// @param open the oldest first
record Flaws(Map<Long, Flaw> open) {

    static final Flaws NONE = new Flaws(Map.of());

    /// The most that are kept; of more, the oldest is forgotten.
    static final int MOST = 16;

    /// What a flaw is worth as a finding: what was looked at by hand is right more often than that.
    private static final double CONFIDENCE = 0.8;

    /// Takes in the next event.
    Flaws after(Event event) {
        if (!(event.what() instanceof Happening.ChangeReviewed reviewed)) {
            return this;
        }
        Map<Long, Flaw> next = new LinkedHashMap<>(open);
        reviewed.mended().forEach(next::remove);
        reviewed.flaw().ifPresent(flaw -> next.put(event.sequence(), flaw));
        next.keySet().removeIf(each -> next.size() > MOST);
        return new Flaws(next);
    }

    /// Whether a flaw is told of already.
    boolean has(Flaw flaw) {
        return open.values().stream()
                .anyMatch(each -> each.rule().equals(flaw.rule())
                        && each.path().equals(flaw.path())
                        && each.mark() == flaw.mark());
    }

    /// What a review found, as a finding at its event.
    static List<Finding> findings(Event event) {
        if (!(event.what() instanceof Happening.ChangeReviewed reviewed)) {
            return List.of();
        }
        Evidence edit = new Evidence(reviewed.edit(), Origin.index(reviewed.edit()), Optional.of(reviewed.call()));
        return reviewed.flaw()
                .map(each -> new Finding(
                        each.rule(),
                        switch (each.side()) {
                            case SECURITY -> Misbehaviour.SECURITY_FINDING;
                            case RELIABILITY -> Misbehaviour.STANDARDS_VIOLATION;
                            case COMPLEXITY -> Misbehaviour.COMPLEXITY_RISE;
                        },
                        each.isSerious() ? Severity.HIGH : Severity.MEDIUM,
                        CONFIDENCE,
                        each.claim(),
                        each.remedy(),
                        List.of(edit, Evidence.of(event))))
                .map(List::of)
                .orElse(List.of());
    }
}
