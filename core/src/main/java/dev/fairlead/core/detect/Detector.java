package dev.fairlead.core.detect;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.session.Session;
import java.util.Set;

/// Watches one session for one misbehaviour. A door: the product grows by entries in the catalogue of detectors.
///
/// A detector is a pure function: the same events give the same findings, and everything it remembers is in its
/// memory. It speaks once per streak, on the event that makes the case.
///
/// @param <M> its memory: a record, immutable and bounded
public interface Detector<M> {

    /// Who it is and what it is worth.
    Card card();

    /// The memory that a session begins with.
    M fresh();

    /// The kinds of events that are handed to it: on every other it would be silent and remember nothing.
    Set<Class<? extends Happening>> heeds();

    /// Takes in one event of a kind that it heeds.
    ///
    /// @param memory what the last observation handed back
    /// @param session the facts with this event already in them
    Observation<M> observe(M memory, Session session, Event event);
}
