package dev.fairlead.server;

import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.store.Switch;
import dev.fairlead.wire.HookCall;
import dev.fairlead.wire.Hooks;
import dev.fairlead.wire.Moment;
import dev.fairlead.wire.Reply;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// Answers hooks: what happened goes into the session's fold, and what the switch, the gate and guidance have to say
/// comes back.
///
/// The order is fixed: a switch before everything, then what a person must answer, then the gate, then guidance.
final class HookDesk {

    private final LiveSessions sessions;
    private final Oversight oversight;
    private final Imports imports;
    private final CallDesk calls;
    private final CodeDesk code;

    HookDesk(LiveSessions sessions, Oversight oversight, Imports imports, CodeDesk code) {
        this.sessions = sessions;
        this.oversight = oversight;
        this.imports = imports;
        this.calls = new CallDesk(oversight);
        this.code = code;
    }

    /// What is answered to a hook.
    ///
    /// @param hasWaited whether it was held for a person
    record Answer(Reply reply, boolean hasWaited) {}

    /// Takes in one call of a hook. Waits only where a person is asked.
    Answer take(String agent, Hooks hooks, HookCall call) {
        if (call.moment() instanceof Moment.Stops || call.moment() instanceof Moment.Ends) {
            call.transcript().ifPresent(file -> imports.later(Path.of(file)));
        }
        SessionId speaking = call.moment() instanceof Moment.SubagentStops stops ? stops.child() : call.session();
        return sessions.use(speaking, agent, session -> take(session, hooks, call));
    }

    private Answer take(LiveSession session, Hooks hooks, HookCall call) {
        Instant now = oversight.clock().instant();
        return switch (session.inTurn(() -> turn(session, hooks, call, now))) {
            case Turn.Done done -> new Answer(done.reply(), false);
            case Turn.Held held -> new Answer(calls.afterAnswer(session, held), true);
        };
    }

    private Turn turn(LiveSession session, Hooks hooks, HookCall call, Instant now) {
        session.heard(call, now);
        Optional<Switch> held = oversight.switches().over(session.id(), session.context(now), now);
        held.ifPresent(each -> session.heldBy(each.id(), Wordings.scope(each.target()), each.by(), now));
        return switch (call.moment()) {
            case Moment.BeforeTool before ->
                held.isPresent()
                        ? calls.stopped(session, before, held.get(), now)
                        : calls.before(session, hooks, before, now)
                                .orElseGet(() -> guided(session, hooks, call, held, now));
            case Moment.AfterTool after -> {
                after.answers().forEach(answered -> returned(session, answered, now));
                yield guided(session, hooks, call, held, now);
            }
            case Moment.Prompted prompted -> {
                session.say(new Happening.TaskGiven(prompted.text(), 0), now);
                yield guided(session, hooks, call, held, now);
            }
            case Moment.Stops stops -> stops(session, stops.said(), stops.isAgain(), held, now);
            case Moment.SubagentStops stops -> {
                Turn turn = stops(session, stops.said(), stops.isAgain(), held, now);
                sessions.use(
                        call.session(),
                        session.agent(),
                        parent -> parent.inTurn(() -> parent.say(new Happening.SubagentEnded(stops.child()), now)));
                yield turn;
            }
            case Moment.SubagentBegins begins -> said(session, new Happening.SubagentStarted(begins.child(), ""), now);
            case Moment.Compacted compacted ->
                said(session, new Happening.ContextCompacted(compacted.trigger(), 0), now);
            case Moment.Ends ends -> said(session, new Happening.SessionEnded(ends.reason()), now);
            case Moment.Begins begins -> {
                session.say(new Happening.Noted("session-begins " + begins.source()), now);
                yield guided(session, hooks, call, held, now);
            }
            case Moment.AsksPermission _ -> said(session, new Happening.Noted("permission-asked"), now);
            case Moment.Other other -> said(session, new Happening.Noted("hook " + other.kind()), now);
            case Moment.NotUnderstood not -> said(session, new Happening.Unread(not.reason(), call.name()), now);
        };
    }

    private void returned(LiveSession session, Moment.Answered answered, Instant now) {
        calls.returned(session, answered, now);
        code.returned(session, answered, now);
    }

    private static Turn said(LiveSession session, Happening what, Instant now) {
        session.say(what, now);
        return new Turn.Done(Reply.NOTHING);
    }

    private static Turn guided(LiveSession session, Hooks hooks, HookCall call, Optional<Switch> held, Instant now) {
        if (held.isPresent() && held.get().kind() == Switch.Kind.STOP) {
            return new Turn.Done(Reply.end(Wordings.stopped(held.get())));
        }
        if (!hooks.listens(call)) {
            return new Turn.Done(Reply.NOTHING);
        }
        Optional<String> reminder = session.remind(now);
        Optional<String> text = reminder.isPresent()
                ? reminder
                : session.deliver(session.guide().due(), false, now);
        return new Turn.Done(text.map(Reply::guide).orElse(Reply.NOTHING));
    }

    private static Turn stops(LiveSession session, String said, boolean isAgain, Optional<Switch> held, Instant now) {
        if (!said.isBlank()) {
            session.say(new Happening.AgentSpoke(said), now);
        }
        if (isAgain || held.isPresent()) {
            return new Turn.Done(Reply.NOTHING);
        }
        return new Turn.Done(session.deliver(session.guide().dueAtStop(), true, now)
                .map(Reply::sendBack)
                .orElse(Reply.NOTHING));
    }
}
