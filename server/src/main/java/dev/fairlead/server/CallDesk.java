package dev.fairlead.server;

import dev.fairlead.core.decide.Answer;
import dev.fairlead.core.decide.Attempt;
import dev.fairlead.core.decide.Ruling;
import dev.fairlead.core.effect.Effect;
import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.guide.Intervention;
import dev.fairlead.server.LiveSession.Announced;
import dev.fairlead.store.Approval;
import dev.fairlead.store.Entry;
import dev.fairlead.store.GateDecision;
import dev.fairlead.store.Switch;
import dev.fairlead.wire.Hooks;
import dev.fairlead.wire.Moment;
import dev.fairlead.wire.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Decides about calls of tools before they run, and takes them in when they are back.
final class CallDesk {

    /// What the names of programs begin with that no machine has, and by which it is proved that calls are refused.
    static final String CANARY = "fairlead-canary-";

    private final Oversight oversight;

    CallDesk(Oversight oversight) {
        this.oversight = oversight;
    }

    /// A call with what is decided about it.
    private record Decided(Announced announced, Answer answer, String reason, List<String> rules) {}

    /// Calls as the policy lets them be tried.
    ///
    /// @param leave what the agent is answered where they may run
    private record Tried(List<Moment.Call> calls, Reply leave) {}

    /// Refuses calls for a switch holds the session.
    Turn stopped(LiveSession session, Moment.BeforeTool before, Switch by, Instant now) {
        String why = Wordings.stopped(by);
        for (Moment.Call call : before.calls()) {
            Announced announced = session.announce(call, now);
            oversight.record(new Entry.Ruled(new GateDecision(
                    session.id(),
                    announced.id(),
                    call.tool(),
                    Answer.DENY,
                    List.of("switch"),
                    why,
                    session.gate().policy().digest(),
                    now)));
            refuse(session, announced.id(), why, now);
        }
        return new Turn.Done(by.kind() == Switch.Kind.STOP ? Reply.end(why) : Reply.refuse(why));
    }

    /// Decides about calls; empty where they may run as they are.
    Optional<Turn> before(LiveSession session, Hooks hooks, Moment.BeforeTool before, Instant now) {
        Tried tried = tried(session, hooks, before, now);
        List<Decided> decided = new ArrayList<>();
        for (Moment.Call call : tried.calls()) {
            decided.add(decide(session, session.announce(call, now), now));
        }
        List<CallId> ids = decided.stream().map(each -> each.announced().id()).toList();
        Optional<Decided> denied = first(decided, Answer.DENY);
        if (denied.isPresent()) {
            ids.forEach(id -> refuse(session, id, denied.get().reason(), now));
            return Optional.of(new Turn.Done(Reply.refuse(denied.get().reason())));
        }
        Optional<Question> question = first(decided, Answer.ASK)
                .map(each -> new Question(each.announced(), each.announced().id(), each.reason(), each.rules()))
                .or(() -> session.guide()
                        .hold()
                        .map(hold -> question(hold, decided.getFirst().announced())));
        if (question.isPresent()) {
            return Optional.of(ask(session, question.get(), ids, tried.leave(), now));
        }
        return tried.leave().equals(Reply.NOTHING) ? Optional.empty() : Optional.of(new Turn.Done(tried.leave()));
    }

    /// What is rewritten is on record as it is to run; what cannot be rewritten is decided about as it is.
    private static Tried tried(LiveSession session, Hooks hooks, Moment.BeforeTool before, Instant now) {
        Optional<Rewriting> rewriting = hooks.rewrites() && before.calls().size() == 1
                ? Rewriting.of(
                        before.calls().getFirst(), session.gate().policy().rewrites())
                : Optional.empty();
        if (rewriting.isEmpty()) {
            return new Tried(before.calls(), Reply.NOTHING);
        }
        Moment.Call call = rewriting.get().call();
        String line = call.action() instanceof Action.Command command ? command.line() : "";
        session.say(
                new Happening.Noted("command rewritten by "
                        + String.join(", ", rewriting.get().rules())),
                now);
        return new Tried(
                List.of(call), Reply.rewrite(call.arguments()).with(Wordings.rewritten(rewriting.get(), line)));
    }

    private static Optional<Decided> first(List<Decided> decided, Answer answer) {
        return decided.stream().filter(each -> each.answer() == answer).findFirst();
    }

    private Decided decide(LiveSession session, Announced announced, Instant now) {
        Attempt attempt = announced.attempt();
        Ruling ruling = session.gate().decide(attempt);
        boolean isCanary = isCanary(attempt);
        Answer answer = isCanary ? Answer.DENY : ruling.answer();
        if (answer == Answer.ASK
                && oversight.approvals().leave(attempt, session.id()).isPresent()) {
            answer = Answer.ALLOW;
        }
        String reason = isCanary ? Wordings.CANARY : Wordings.reason(ruling).orElse("");
        oversight.counters().ruled(session.agent(), answer);
        oversight.record(new Entry.Ruled(Records.decision(session.id(), announced, ruling, answer, reason, now)));
        return new Decided(announced, answer, reason, Records.rules(ruling));
    }

    private static boolean isCanary(Attempt attempt) {
        return attempt.effects().effects().stream()
                .anyMatch(effect ->
                        effect instanceof Effect.Runs runs && runs.program().startsWith(CANARY));
    }

    /// What a person is to be asked.
    ///
    /// @param answers the id under which the answer is put on record
    private record Question(Announced announced, CallId answers, String reason, List<String> rules) {}

    /// The agent was told and did not listen: a person is asked whether it may go on.
    private static Question question(Intervention hold, Announced announced) {
        String reason = "the agent was told (%s) and did not listen: it %s"
                .formatted(hold.id(), hold.finding().claim());
        return new Question(
                announced,
                new CallId(hold.id()),
                reason,
                List.of(hold.misbehaviour().code()));
    }

    private Turn ask(LiveSession session, Question question, List<CallId> ids, Reply leave, Instant now) {
        Approval approval = oversight
                .approvals()
                .ask(question.announced().attempt(), session, question.answers(), question.reason(), question.rules());
        session.say(new Happening.ApprovalAsked(question.answers(), question.reason()), now);
        return new Turn.Held(approval, question.answers(), ids, leave);
    }

    /// Waits for a person, outside of the session's turn, and puts the answer on record.
    Reply afterAnswer(LiveSession session, Turn.Held held) {
        Approvals.Verdict verdict = oversight.approvals().await(held.approval());
        Instant now = oversight.clock().instant();
        return session.inTurn(() -> switch (verdict) {
            case Approvals.Verdict.Granted granted -> {
                session.say(new Happening.ApprovalAnswered(held.answers(), true, granted.by()), now);
                yield held.leave();
            }
            case Approvals.Verdict.Denied denied -> {
                session.say(new Happening.ApprovalAnswered(held.answers(), false, denied.by()), now);
                yield refuse(session, held, Wordings.denied(denied), now);
            }
            case Approvals.Verdict.Open open -> refuse(session, held, Wordings.open(open.approval()), now);
        });
    }

    private static Reply refuse(LiveSession session, Turn.Held held, String why, Instant now) {
        held.calls().forEach(call -> refuse(session, call, why, now));
        return Reply.refuse(why);
    }

    private static void refuse(LiveSession session, CallId id, String why, Instant now) {
        session.open().forget(id);
        session.say(new Happening.ToolReturned(id, Outcome.DENIED, OptionalInt.empty(), why, 0), now);
    }

    /// A call came back. One that was never announced ran past the gate, and is counted.
    void returned(LiveSession session, Moment.Answered answered, Instant now) {
        Optional<CallId> announced = session.open()
                .take(answered.call())
                .or(() -> answered.call()
                        .id()
                        .filter(id -> session.session().openCall(id).isPresent()));
        if (announced.isEmpty()) {
            session.countUngated();
            announced = Optional.of(session.announce(answered.call(), now).id());
            session.open().forget(announced.get());
        }
        session.say(
                new Happening.ToolReturned(
                        announced.get(), answered.outcome(), answered.exitStatus(), answered.text(), answered.images()),
                now);
    }
}
