package dev.fairlead.server;

import dev.fairlead.core.decide.Attempt;
import dev.fairlead.core.decide.Context;
import dev.fairlead.core.decide.Gate;
import dev.fairlead.core.decide.Guidance;
import dev.fairlead.core.decide.Mode;
import dev.fairlead.core.decide.Policy;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.detectors.StandingOrders;
import dev.fairlead.core.effect.Place;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.event.Tokens;
import dev.fairlead.core.guide.Guide;
import dev.fairlead.core.guide.Intervention;
import dev.fairlead.core.guide.Judged;
import dev.fairlead.core.guide.State;
import dev.fairlead.core.secret.Redaction;
import dev.fairlead.core.secret.Secrets;
import dev.fairlead.core.session.Exchange;
import dev.fairlead.core.session.Message;
import dev.fairlead.core.session.Session;
import dev.fairlead.core.watch.Watch;
import dev.fairlead.store.Channel;
import dev.fairlead.store.Entry;
import dev.fairlead.wire.HookCall;
import dev.fairlead.wire.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// One session while it goes on: its fold, its guidance, and the order of its events.
///
/// Hooks of one session are taken in one after the other, in the order in which they came; those of different sessions
/// do not wait for each other, and nobody waits here for a person or a disk.
final class LiveSession {

    /// The most characters that are kept of what an agent says that it is about.
    static final int LONGEST_PLAN = 2_000;

    /// What a call is found to have done. One that was kept from running has done nothing.
    private static final Set<Misbehaviour> DEEDS = EnumSet.of(
            Misbehaviour.DESTRUCTIVE_ACTION,
            Misbehaviour.SECRET_EXPOSURE,
            Misbehaviour.EXFILTRATION,
            Misbehaviour.REMOTE_CODE);

    private static final int PAGE = 1_000;

    private final SessionId id;
    private final String agent;
    private final Oversight oversight;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final AtomicInteger users = new AtomicInteger();
    private final OpenCalls open = new OpenCalls();
    private final Surroundings surroundings = new Surroundings();
    private Watch watch;
    private Guide guide;
    private StandingOrders orders = StandingOrders.NONE;
    private Flaws flaws = Flaws.NONE;
    private boolean isToBeReminded;
    private long next;
    private long ungated;
    private String lastSwitch = "";
    private Instant heardAt = Instant.EPOCH;
    private String plan = "";
    private Optional<Event> lastStep = Optional.empty();
    private boolean hasEnded;
    private long findings;

    LiveSession(SessionId id, String agent, Oversight oversight) {
        this.id = id;
        this.agent = agent;
        this.oversight = oversight;
        this.watch = Watch.over(id, oversight.detectors(), Policy.OBSERVE);
        this.guide = Guide.fresh(Arms.isShadowed(id, oversight.shadowShare()));
        resume();
    }

    /// Takes up what an earlier process, or this one, left of the session.
    private void resume() {
        if (oversight.store().session(id, Channel.LIVE).isEmpty()) {
            return;
        }
        List<Event> page = oversight.store().events(id, Channel.LIVE, 0, PAGE);
        while (!page.isEmpty()) {
            for (Event event : page) {
                fold(event, false);
                next = event.sequence() + 1;
                reopen(event.what());
            }
            page = oversight.store().events(id, Channel.LIVE, next, PAGE);
        }
    }

    /// A call that an earlier process announced may come back to this one.
    private void reopen(Happening what) {
        if (what instanceof Happening.ToolCalled called) {
            open.add(
                    called.call(),
                    new Moment.Call(Optional.of(called.call()), called.tool(), called.arguments(), called.action()));
        } else if (what instanceof Happening.ToolReturned returned) {
            open.forget(returned.call());
        }
    }

    SessionId id() {
        return id;
    }

    /// The agent's name; of a session that was sent as events, what these say of it.
    String agent() {
        return agent.isEmpty() ? watch.session().profile().agent() : agent;
    }

    /// How many use it at present, those that wait for a person among them.
    AtomicInteger users() {
        return users;
    }

    /// Does something with the session that nothing else may come between.
    <T> T inTurn(Supplier<T> deed) {
        turn.lock();
        try {
            return deed.get();
        } finally {
            turn.unlock();
        }
    }

    /// When a hook was last heard.
    Instant heardAt() {
        return heardAt;
    }

    /// What is known of the session.
    Session session() {
        return watch.session();
    }

    /// What the agent is to be told, and was.
    Guide guide() {
        return guide;
    }

    /// What is wrong with the code that the agent wrote, as far as it was told of.
    Flaws flaws() {
        return flaws;
    }

    /// The calls that run.
    OpenCalls open() {
        return open;
    }

    /// What the agent said last that it is about, cut to [#LONGEST_PLAN]; empty where it said nothing.
    String plan() {
        return plan;
    }

    /// Who asks, as far as it is known.
    Context context(Instant at) {
        Context own = new Context(
                Optional.of(agent()), Optional.empty(), Optional.empty(), Optional.of(oversight.person()), at, false);
        return own.or(surroundings.of(watch.session().profile().directory().orElse(""), at))
                .or(Context.of(watch.session(), at));
    }

    /// The gate that decides where the session works.
    Gate gate() {
        return oversight.policies().gate(watch.session().profile().workspace().orElse(""));
    }

    /// Notes that a hook was heard, and what it says of the session itself.
    void heard(HookCall call, Instant at) {
        heardAt = at;
        if (next == 0) {
            say(new Happening.SessionStarted(agent, call.version(), call.directory(), call.branch()), at);
            oversight.record(new Entry.Introduced(
                    Channel.LIVE, id, Optional.of(agent), context(at).repository(), Optional.of(oversight.person())));
        } else if (call.directory().isPresent()
                && !call.directory().equals(watch.session().profile().directory())) {
            say(new Happening.DirectoryChanged(call.directory().get(), call.branch()), at);
        }
        if (call.model().isPresent()
                && !call.model().equals(watch.session().profile().model())) {
            say(new Happening.TokensUsed(call.model().get(), Tokens.NONE), at);
        }
    }

    /// Notes that a switch holds the session, once for each switch.
    void heldBy(String switchId, String scope, String by, Instant at) {
        if (!lastSwitch.equals(switchId)) {
            lastSwitch = switchId;
            say(new Happening.SwitchThrown(scope, true, by), at);
        }
    }

    /// Puts on record what happened, and folds it.
    Event say(Happening what, Instant at) {
        Event event = new Event(id, next, at, Origin.index(next), what);
        next++;
        Watch.Step step = fold(event, true);
        Session session = step.watch().session();
        boolean hasFailed =
                session.exchange().map(exchange -> !exchange.worked()).orElse(false) && !wasKept();
        oversight.record(new Entry.Happened(Channel.LIVE, stored(event, oversight.redacts()), hasFailed));
        oversight.onlookers().tell(new Change.Went(id));
        return event;
    }

    /// What of an event is kept.
    static Event stored(Event event, boolean redacts) {
        return redacts ? Redaction.of(event) : event;
    }

    /// @param isNew whether what follows from it is to be put on record
    private Watch.Step fold(Event event, boolean isNew) {
        Watch.Step step = watch.after(event);
        watch = step.watch();
        if (!isAside(event.what())) {
            lastStep = Optional.of(event);
            hasEnded = event.what() instanceof Happening.SessionEnded;
        }
        orders = orders.after(event);
        flaws = flaws.after(event);
        plan = Plans.after(plan, event.what());
        isToBeReminded = event.what() instanceof Happening.ContextCompacted
                || isToBeReminded
                        && !(event.what() instanceof Happening.GuidanceDelivered delivered
                                && delivered.detector().equals(Wordings.REMINDER));
        List<Finding> found = step.findings().isEmpty() ? Flaws.findings(event) : step.findings();
        List<Judged> judged = judged(found, event.at());
        findings += judged.size();
        Guidance guidance = found.isEmpty() ? Guidance.USUAL : gate().policy().guidance();
        Guide.Guided guided = guide.after(event, watch.session(), wasKept() ? List.of() : judged, guidance);
        guide = guided.guide();
        if (isNew) {
            record(event, judged, guided.changed());
        }
        return step;
    }

    /// Whether something is no step of the agent's own.
    private static boolean isAside(Happening what) {
        return what instanceof Happening.Noted
                || what instanceof Happening.TokensUsed
                || what instanceof Happening.ChangeReviewed;
    }

    /// Whether the call that has just come back was kept from running: the agent has heard why already.
    private boolean wasKept() {
        return watch.session()
                .exchange()
                .flatMap(Exchange::failure)
                .map(failure -> failure.kind().wasKeptFromRunning())
                .orElse(false);
    }

    /// What was found, as the policy judges it.
    private List<Judged> judged(List<Finding> findings, Instant at) {
        if (findings.isEmpty()) {
            return List.of();
        }
        Policy policy = gate().policy();
        Context context = context(at);
        boolean wasKept = wasKept();
        List<Judged> judged = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            if (wasKept && DEEDS.contains(finding.misbehaviour())) {
                continue;
            }
            Mode mode = policy.mode(finding.misbehaviour(), context).mode();
            if (mode != Mode.OFF) {
                judged.add(Judged.of(finding, mode, oversight.proven().contains(finding.detector())));
            }
        }
        return judged;
    }

    private void record(Event event, List<Judged> judged, List<Intervention> changed) {
        for (int i = 0; i < judged.size(); i++) {
            Finding finding = judged.get(i).finding();
            oversight.record(new Entry.Found(Channel.LIVE, id, event.sequence(), i, event.at(), finding));
            oversight.counters().found(finding);
            if (finding.severity() == Severity.HIGH && judged.get(i).isTold()) {
                oversight.notifications().tell(Wordings.notice(id, finding));
            }
        }
        for (Intervention each : changed) {
            oversight.record(new Entry.Intervened(Records.intervention(each, id, agent(), guide.isShadowed())));
            oversight.counters().intervened(each);
        }
    }

    /// The session as it stands at this moment, without secrets where none are kept.
    LiveView view(Instant now) {
        return inTurn(() -> {
            Session session = watch.session();
            Context context = context(now);
            List<Message> messages = session.messages().items();
            String task = messages.isEmpty() ? "" : messages.getLast().text();
            return new LiveView(
                    id,
                    agent(),
                    session.profile(),
                    context,
                    session.tally(),
                    oversight.redacts() ? Secrets.redact(task) : task,
                    lastStep.map(each -> stored(each, oversight.redacts())),
                    heardAt,
                    oversight.switches().over(id, context, now),
                    guide.current().stream().anyMatch(each -> each.state() == State.DELIVERED),
                    hasEnded,
                    findings,
                    ungated,
                    gate().policy().uses(session),
                    gate().policy().cost(session));
        });
    }

    /// What became of an event that was sent.
    enum Accepted {
        /// It is new.
        ADDED,
        /// It was there.
        KNOWN,
        /// Others before it are missing.
        GAP
    }

    /// Takes in an event that has its number already.
    Accepted accept(Event event) {
        if (event.sequence() != next) {
            return event.sequence() < next ? Accepted.KNOWN : Accepted.GAP;
        }
        heardAt = LiveView.later(heardAt, event.at(), oversight.clock().instant());
        say(event.what(), event.at());
        return Accepted.ADDED;
    }

    /// Counts a call that ran past the gate.
    void countUngated() {
        ungated++;
        oversight.counters().ungated(agent);
    }

    /// How many calls ran past the gate.
    long ungated() {
        return ungated;
    }

    /// The words that the agent is now to hear, put on record as delivered.
    ///
    /// @param isAtStop whether they send it back to work
    Optional<String> deliver(Optional<Intervention> due, boolean isAtStop, Instant at) {
        due.ifPresent(each -> say(
                new Happening.GuidanceDelivered(each.finding().detector(), each.about(), each.text(), isAtStop), at));
        return due.map(Intervention::text);
    }

    /// What the person had forbidden before the agent's context was replaced by a summary, put on record as said again;
    /// empty where nothing was, or it was said already.
    Optional<String> remind(Instant at) {
        List<String> words = isToBeReminded ? orders.words() : List.of();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String text = Wordings.reminder(words);
        say(new Happening.GuidanceDelivered(Wordings.REMINDER, next, text), at);
        return Optional.of(text);
    }

    /// A call that is about to be made, as the gate sees it; the call is then on record.
    Announced announce(Moment.Call call, Instant at) {
        CallId callId = call.id().orElseGet(() -> new CallId("hook-" + next));
        open.add(callId, call);
        Happening.ToolCalled called = new Happening.ToolCalled(callId, call.tool(), call.arguments(), call.action());
        Event event = say(called, at);
        Place guessed = watch.session().profile().place(called.action());
        Place place = new Place(guessed.directory(), Optional.of(guessed.root()), oversight.home());
        return new Announced(callId, Attempt.of(event, called, watch.session(), place, context(at)));
    }

    /// A call on record.
    record Announced(CallId id, Attempt attempt) {}
}
