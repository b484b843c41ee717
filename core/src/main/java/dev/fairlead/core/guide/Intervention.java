package dev.fairlead.core.guide;

import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.event.Event;
import java.time.Instant;

/// One thing said, or not said, to an agent about one finding.
///
/// @param id found again in transcripts and requests, for it stands in the text
/// @param finding what it is about
/// @param text what the agent reads, or would have read
/// @param call the fingerprint of the call at which the finding was made, 0 where it was made at none
/// @param decided the sequence of the event at which it was decided
/// @param decidedAt when that was
/// @param told the sequence of the event by which the agent had it, -1 before
/// @param toldAt when that was, [Event#NO_TIME] before
/// @param dropped why it was dropped, empty where it was not
/// @param before what the session had used when it was told, or would have been
/// @param after what the session had used when its outcome was decided
public record Intervention(
        String id,
        Finding finding,
        Rung rung,
        String text,
        long call,
        long decided,
        Instant decidedAt,
        State state,
        long told,
        Instant toldAt,
        String dropped,
        Outcome outcome,
        Use before,
        Use after) {

    /// The class of what it is about.
    public Misbehaviour misbehaviour() {
        return finding.misbehaviour();
    }

    /// The step that it is bound to.
    public long about() {
        return finding.last().sequence();
    }

    /// Whether the agent has it, or is treated as if it had, and what came of it is still open.
    boolean isOpen() {
        return (state == State.DELIVERED || state == State.SHADOWED) && outcome == Outcome.TOO_SOON;
    }

    Intervention told(Event event, Use use) {
        return with(State.DELIVERED, event.sequence(), event.at(), dropped, outcome, use, use);
    }

    Intervention dropped(String why) {
        return with(State.DROPPED, told, toldAt, why, outcome, before, after);
    }

    Intervention with(Outcome next, Use use) {
        return with(state, told, toldAt, dropped, next, before, use);
    }

    private Intervention with(State next, long sequence, Instant at, String why, Outcome came, Use first, Use last) {
        return new Intervention(
                id, finding, rung, text, call, decided, decidedAt, next, sequence, at, why, came, first, last);
    }
}
