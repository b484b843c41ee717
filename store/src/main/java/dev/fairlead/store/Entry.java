package dev.fairlead.store;

import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.event.SessionId;
import java.time.Instant;
import java.util.Optional;

/// One thing for the record, as the live path hands it to the journal and the journal to the store.
///
/// Each kind names itself by a key, so that the same one may be appended any number of times: of events and
/// findings the first counts, of the others the last.
public sealed interface Entry {

    /// Something happened. Known by channel, session and sequence.
    ///
    /// @param failed whether with this event a call is known to have failed, as `Session` tells it
    record Happened(Channel channel, Event event, boolean failed) implements Entry {

        /// An event that nobody has judged: of it the agent's own flag counts.
        public static Happened unjudged(Channel channel, Event event) {
            boolean failed =
                    event.what() instanceof Happening.ToolReturned returned && returned.outcome() == Outcome.FAILED;
            return new Happened(channel, event, failed);
        }
    }

    /// Something was found at an event. Known by channel, session, sequence and ordinal.
    ///
    /// @param sequence of the event at which it was found
    /// @param ordinal its place among what was found at that event, from 0
    record Found(Channel channel, SessionId session, long sequence, int ordinal, Instant at, Finding finding)
            implements Entry {}

    /// What no event says of a session. Known by channel and session; what is empty changes nothing.
    record Introduced(
            Channel channel,
            SessionId session,
            Optional<String> agent,
            Optional<String> repository,
            Optional<String> person)
            implements Entry {}

    /// The gate answered. Known by session, call and time.
    record Ruled(GateDecision decision) implements Entry {}

    /// An intervention came to be, or its state or outcome changed. Known by its id.
    record Intervened(Intervention intervention) implements Entry {}

    /// What a call changed in a file was reviewed. Known by channel, session, sequence and ordinal.
    record Reviewed(CodeChange change) implements Entry {}
}
