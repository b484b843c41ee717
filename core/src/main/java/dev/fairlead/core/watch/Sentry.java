package dev.fairlead.core.watch;

import dev.fairlead.core.detect.Detector;
import dev.fairlead.core.detect.Evidence;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.detect.Observation;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.session.Session;
import java.util.List;

/// A detector at its post over one session, with its memory.
///
/// A detector that throws is relieved for the rest of the session, and that is itself a finding: nobody should
/// believe that it watched.
///
/// @param heeds the kinds of events that it is asked about, see [Kinds]; none once it threw
record Sentry<M>(Detector<M> detector, M memory, long heeds) {

    static <M> Sentry<M> posted(Detector<M> detector) {
        return new Sentry<>(detector, detector.fresh(), Kinds.of(detector.heeds()));
    }

    /// Takes in one event and adds what it found.
    ///
    /// @param kind the event's, see [Kinds]
    /// @return itself where its memory stays the same
    @SuppressWarnings("ReferenceEquality") // comparing whole memories would cost more than it saves
    Sentry<M> after(Session session, Event event, long kind, List<Finding> found) {
        if ((heeds & kind) == 0) {
            return this;
        }
        try {
            Observation<M> observation = detector.observe(memory, session, event);
            if (!observation.findings().isEmpty()) {
                found.addAll(observation.findings());
            }
            return observation.memory() == memory ? this : new Sentry<>(detector, observation.memory(), heeds);
        } catch (RuntimeException fault) {
            found.add(relief(event, fault));
            return new Sentry<>(detector, memory, 0);
        }
    }

    private Finding relief(Event event, RuntimeException fault) {
        return new Finding(
                detector.card().id(),
                detector.card().misbehaviour(),
                Severity.LOW,
                1.0,
                "was no longer watched for %s from here on: the detector failed with `%s`"
                        .formatted(detector.card().misbehaviour().code(), fault),
                "read the rest of this session yourself, and report the fault of the detector",
                List.of(Evidence.of(event)));
    }
}
