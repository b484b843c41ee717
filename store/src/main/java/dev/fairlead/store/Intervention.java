package dev.fairlead.store;

import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.event.SessionId;
import java.time.Instant;
import java.util.Optional;

/// Our own part in a session: what was decided to be said or done, whether it reached the agent, and what
/// came of it.
///
/// @param id by which its text is found again, in transcripts too
/// @param agent the dialect's name of the agent
/// @param detector whose finding it is about
/// @param rung of the ladder, such as `nudge` or `pause`
/// @param text what the agent is told
/// @param about the sequence of the event that it is about
/// @param arm of the experiment that the session takes part in; empty outside of any
/// @param before what the session had spent when it was decided
/// @param after what it spent from then on, as far as it was counted
public record Intervention(
        String id,
        SessionId session,
        String agent,
        String detector,
        Misbehaviour misbehaviour,
        String rung,
        String text,
        long about,
        State state,
        Outcome outcome,
        String arm,
        Instant decidedAt,
        Optional<Delivery> delivery,
        Effort before,
        Effort after) {

    /// How far it came.
    public enum State {
        /// It waits for the next event at which the agent listens.
        DECIDED,
        /// The agent was told.
        DELIVERED,
        /// Decided and recorded, and by intent not told.
        SHADOWED,
        /// What it was about no longer holds.
        DROPPED
    }

    /// What the agent made of it.
    public enum Outcome {
        /// It did what it was told.
        HEEDED,
        /// It went on as before.
        IGNORED,
        /// It left its task.
        GAVE_UP,
        /// Too little came after it.
        TOO_SOON
    }

    /// When it reached the agent.
    ///
    /// @param sequence of the event that was answered with it
    public record Delivery(long sequence, Instant at) {}

    /// What a stretch of a session cost.
    ///
    /// @param failures of calls
    public record Effort(long tokens, long failures) {

        /// Nothing yet.
        public static final Effort NONE = new Effort(0, 0);
    }

    /// The same, told to the agent.
    public Intervention delivered(long sequence, Instant at) {
        return with(State.DELIVERED, outcome, Optional.of(new Delivery(sequence, at)), after);
    }

    /// The same, in another state.
    public Intervention in(State next) {
        return with(next, outcome, delivery, after);
    }

    /// The same, with what came of it.
    public Intervention with(Outcome next, Effort cost) {
        return with(state, next, delivery, cost);
    }

    private Intervention with(State next, Outcome came, Optional<Delivery> told, Effort cost) {
        return new Intervention(
                id,
                session,
                agent,
                detector,
                misbehaviour,
                rung,
                text,
                about,
                next,
                came,
                arm,
                decidedAt,
                told,
                before,
                cost);
    }
}
