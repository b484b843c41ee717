package dev.fairlead.core.event;

import java.time.Instant;

/// One thing that happened in a session, when, and where its source says so.
///
/// @param session whose event it is
/// @param sequence the event's number within its session, from 0, without gaps
/// @param at when it happened, the core's only clock; [#NO_TIME] where the source does not say
/// @param origin where in its source
/// @param what what happened
public record Event(SessionId session, long sequence, Instant at, Origin origin, Happening what) {

    /// Stands for a time that the source does not state.
    public static final Instant NO_TIME = Instant.EPOCH;

    public Event {
        if (sequence < 0) {
            throw new IllegalArgumentException("sequence %d is negative".formatted(sequence));
        }
    }
}
