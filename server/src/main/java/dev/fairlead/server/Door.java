package dev.fairlead.server;

import dev.fairlead.core.decide.Level;
import dev.fairlead.policy.LoadedPolicy;
import dev.fairlead.policy.PolicyPlaces;
import dev.fairlead.store.ApprovalStore;
import dev.fairlead.store.Filter;
import dev.fairlead.store.Grant;
import dev.fairlead.store.Store;
import dev.fairlead.store.Switch;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What an [Annex] sees of the server, and what it may do there in the name of somebody who came with a token.
public final class Door {

    private static final Duration SETTLING = Duration.ofSeconds(10);

    private final Store store;
    private final LiveSessions sessions;
    private final Oversight oversight;
    private final Callers callers;
    private final String version;
    private final Consumer<String> notices;
    private final Imports imports;

    Door(
            Store store,
            LiveSessions sessions,
            Oversight oversight,
            Callers callers,
            String version,
            Consumer<String> notices,
            Imports imports) {
        this.store = store;
        this.sessions = sessions;
        this.oversight = oversight;
        this.callers = callers;
        this.version = version;
        this.notices = notices;
        this.imports = imports;
    }

    /// Everything that is kept.
    public Store store() {
        return store;
    }

    /// The time.
    public Clock clock() {
        return oversight.clock();
    }

    /// The folder of the person whose agents these are; the gate tells effects by it.
    public String home() {
        return oversight.home();
    }

    /// What the server says of itself.
    public String version() {
        return version;
    }

    /// Who comes with a header `Authorization`; empty where nobody is known by its token.
    public Optional<Caller> caller(String authorization) {
        return callers.of(Callers.token(authorization));
    }

    /// The same person as they stand now; empty where they may no longer decide.
    public Optional<Caller> again(Caller caller) {
        return callers.again(caller);
    }

    /// The sessions that were heard of since then, the latest first.
    public List<LiveView> live(Instant since) {
        Instant now = oversight.clock().instant();
        return sessions.since(since).reversed().stream()
                .map(each -> each.view(now))
                .sorted(Comparator.comparing(LiveView::heardAt).reversed())
                .toList();
    }

    /// Tells of everything that changes until what comes back is run. A listener must neither throw nor wait.
    public Runnable listen(Consumer<Change> listener) {
        return oversight.onlookers().listen(listener);
    }

    /// Takes a person's vote, and lets the hook go on that waits for it.
    ///
    /// @param scope how far leave reaches
    /// @param path what leave for a path is about
    public ApprovalStore.Answered vote(
            Caller caller,
            String id,
            boolean granted,
            String why,
            Grant.Scope scope,
            String path,
            Optional<Duration> time) {
        Approvals.Decision decision = new Approvals.Decision(granted, why, scope, path, time);
        ApprovalStore.Answered answered = oversight.approvals().vote(id, caller, decision);
        if (answered instanceof ApprovalStore.Answered.Counted) {
            note(caller, granted ? "approval-approve" : "approval-deny", id, why, "");
        }
        oversight.onlookers().tell(new Change.Asked(id));
        return answered;
    }

    /// Throws a switch: when this returns it is on disk and in force.
    public Switch stop(Caller caller, Switch.Target target, Switch.Kind kind, String why, Optional<Duration> time) {
        Switch thrown = oversight.switches().stop(target, kind, caller.name(), why, clock().instant(), time);
        oversight.notifications().tell(Wordings.notice(thrown));
        note(caller, "switch-thrown", Wordings.scope(target), why, "");
        oversight.onlookers().tell(new Change.Switched());
        return thrown;
    }

    /// Lifts every switch on a target.
    public List<Switch> lift(Caller caller, Switch.Target target, String why) {
        List<Switch> lifted = oversight.switches().lift(target, caller.name(), clock().instant());
        note(caller, "switch-lifted", Wordings.scope(target), why, "");
        oversight.onlookers().tell(new Change.Switched());
        return lifted;
    }

    /// The switches that hold.
    public List<Switch> holding() {
        return oversight.switches().holding(clock().instant());
    }

    /// The policy that holds in a workspace, with what is wrong with its files.
    ///
    /// @param workspace empty for where no repository says anything
    public LoadedPolicy policy(String workspace) {
        return PolicyPlaces.standing(policyPlaces(workspace));
    }

    /// The files that it is read from.
    public Map<Level, Path> policyPlaces(String workspace) {
        return oversight.policies().places(workspace);
    }

    /// Has policy files read at once that were changed; they would be within a second anyway.
    public void refreshPolicies() {
        oversight.policies().refresh();
    }

    /// How much of what agents did went through the gate, by agent and version.
    public List<Covered> coverage(Filter filter) {
        return Coverage.of(store.sessions(), filter).stream()
                .map(row -> new Covered(
                        row.agent(), row.version(), row.sessions(), row.unhooked(), row.calls(), row.ungated()))
                .toList();
    }

    /// The coverage of one agent in one version.
    ///
    /// @param sessions with a transcript
    /// @param unhooked of these, the ones of which no hook was ever heard
    /// @param calls in the transcripts of the others
    /// @param ungated of these, the ones that no hook announced
    public record Covered(String agent, String version, int sessions, int unhooked, long calls, long ungated) {}

    /// Brings stored sessions into the store.
    public void importFrom(List<Path> files) {
        files.forEach(imports::read);
        oversight.recorder().settle(SETTLING);
    }

    /// Tells of a fault of ours.
    public void fault(String what) {
        oversight.counters().fault();
        notices.accept(what);
    }

    /// Puts a deed of a person's on record.
    public void note(Caller caller, String what, String subject, String why, String detail) {
        store.audit().note(clock().instant(), caller.name(), what, subject, why, detail);
    }
}
