package dev.fairlead.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.event.SessionId;
import dev.fairlead.store.ApprovalStore.Answered;
import dev.fairlead.store.ApprovalStore.Reviewer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// What every database must do with approvals, switches and the audit.
interface OversightContract {

    SessionId SESSION = Sample.session("s1");
    Grant.Terms ONCE = new Grant.Terms(Grant.Scope.ONCE, "git push --force", Sample.NOON.plusSeconds(900));

    /// An empty store.
    Store store();

    private ApprovalStore approvals() {
        return store().approvals();
    }

    private static Approval.Vote yes(String by) {
        return new Approval.Vote(by, true, Sample.NOON.plusSeconds(20), "");
    }

    private static Approval.Vote no(String by) {
        return new Approval.Vote(by, false, Sample.NOON.plusSeconds(40), "not on a Friday");
    }

    @Test
    default void asksOnceForOneCallAndKeepsTheQuestion() {
        Approval asked = approvals().ask(Sample.request(SESSION, "c1", 1));
        assertThat(asked.id()).hasSize(6);
        assertThat(asked)
                .isEqualTo(new Approval(
                        asked.id(),
                        Sample.request(SESSION, "c1", 1),
                        Approval.State.PENDING,
                        List.of(),
                        Optional.empty()));
        assertThat(approvals().ask(Sample.request(SESSION, "c1", 1))).isEqualTo(asked);
        assertThat(approvals().approval(asked.id())).contains(asked);
        assertThat(approvals().approval("none")).isEmpty();
        assertThat(approvals().approvals(Filter.ALL.state("pending")).items()).containsExactly(asked);
        assertThat(approvals().approvals(Filter.ALL.state("used")).items()).isEmpty();
    }

    @Test
    default void grantsLeaveThatCanBeUsedOnce() {
        Approval asked = approvals().ask(Sample.request(SESSION, "c1", 1));
        assertThat(approvals().grants(SESSION, Sample.NOON)).isEmpty();
        Answered answered = approvals().vote(asked.id(), yes("ann"), ONCE);
        assertThat(answered)
                .isEqualTo(new Answered.Counted(new Approval(
                        asked.id(),
                        asked.request(),
                        Approval.State.APPROVED,
                        List.of(yes("ann")),
                        Optional.of(Sample.NOON.plusSeconds(20)))));
        List<Grant> grants = approvals().grants(SESSION, Sample.NOON.plusSeconds(899));
        assertThat(grants)
                .containsExactly(new Grant(grants.getFirst().id(), asked.id(), SESSION, ONCE, Optional.empty()));
        assertThat(approvals().grants(SESSION, Sample.NOON.plusSeconds(900))).isEmpty();
        String grant = grants.getFirst().id();
        assertThat(approvals().use(grant, Sample.NOON.plusSeconds(900))).isFalse();
        assertThat(approvals().use(grant, Sample.NOON.plusSeconds(30))).isTrue();
        assertThat(approvals().use(grant, Sample.NOON.plusSeconds(30))).isFalse();
        assertThat(approvals().grants(SESSION, Sample.NOON)).isEmpty();
        assertThat(approvals().approval(asked.id()).map(Approval::state)).contains(Approval.State.USED);
    }

    @Test
    default void needsAsManyDifferentPeopleAsWereAskedFor() {
        Approval asked = approvals().ask(Sample.request(SESSION, "c1", 2));
        approvals().vote(asked.id(), yes("ann"), ONCE);
        assertThat(approvals().vote(asked.id(), yes("ann"), ONCE))
                .isEqualTo(new Answered.Rejected(
                        "`ann` has answered `%s` already; another person must".formatted(asked.id())));
        assertThat(approvals().approval(asked.id()).map(Approval::state)).contains(Approval.State.PENDING);
        assertThat(approvals().grants(SESSION, Sample.NOON)).isEmpty();
        approvals().vote(asked.id(), yes("bob"), ONCE);
        assertThat(approvals().approval(asked.id()).map(Approval::state)).contains(Approval.State.APPROVED);
        assertThat(approvals().grants(SESSION, Sample.NOON)).hasSize(1);
    }

    @Test
    default void oneNoIsEnough() {
        Approval asked = approvals().ask(Sample.request(SESSION, "c1", 2));
        approvals().vote(asked.id(), yes("ann"), ONCE);
        approvals().vote(asked.id(), no("bob"), ONCE);
        assertThat(approvals().approval(asked.id()))
                .contains(new Approval(
                        asked.id(),
                        asked.request(),
                        Approval.State.DENIED,
                        List.of(yes("ann"), no("bob")),
                        Optional.of(Sample.NOON.plusSeconds(40))));
        assertThat(approvals().grants(SESSION, Sample.NOON)).isEmpty();
        assertThat(approvals().vote(asked.id(), yes("cyd"), ONCE))
                .isEqualTo(new Answered.Rejected("`%s` is denied already".formatted(asked.id())));
        assertThat(approvals().vote("none", yes("cyd"), ONCE))
                .isEqualTo(new Answered.Rejected("there is no approval `none`"));
    }

    @Test
    default void expiresWhatNobodyAnsweredAndTakesNoLateAnswer() {
        Approval asked = approvals().ask(Sample.request(SESSION, "c1", 1));
        Instant end = asked.request().expiresAt();
        assertThat(approvals().expire(end.minusMillis(1))).isEmpty();
        assertThat(approvals().vote(asked.id(), new Approval.Vote("ann", true, end, ""), ONCE))
                .isEqualTo(new Answered.Rejected("`%s` expired at %s".formatted(asked.id(), end)));
        Approval expired =
                new Approval(asked.id(), asked.request(), Approval.State.EXPIRED, List.of(), Optional.of(end));
        assertThat(approvals().expire(end)).containsExactly(expired);
        assertThat(approvals().expire(end)).isEmpty();
        assertThat(approvals().ask(asked.request()).id()).isNotEqualTo(asked.id());
    }

    @Test
    default void asksAnotherGroupWithMoreTime() {
        Approval asked = approvals().ask(Sample.request(SESSION, "c1", 1));
        Instant later = Sample.NOON.plusSeconds(1_200);
        Approval escalated = approvals().escalate(asked.id(), "leads", later).orElseThrow();
        assertThat(escalated.request().panel().group()).isEqualTo("leads");
        assertThat(approvals().expire(later.minusSeconds(1))).isEmpty();
        approvals().vote(asked.id(), no("ann"), ONCE);
        assertThat(approvals().escalate(asked.id(), "leads", later)).isEmpty();
    }

    @Test
    default void namesWhatIsToBeAskedOfOthersByNow() {
        Instant soon = Sample.NOON.plusSeconds(300);
        Approval.Panel panel = new Approval.Panel(2, "security", Optional.of(new Approval.Escalation("leads", soon)));
        Approval asked = approvals().ask(Sample.request(SESSION, "c1", panel, false));
        assertThat(approvals().approval(asked.id())).contains(asked);
        assertThat(approvals().overdue(soon.minusSeconds(1))).isEmpty();
        assertThat(approvals().overdue(soon)).containsExactly(asked);
        approvals().escalate(asked.id(), "leads", asked.request().expiresAt());
        assertThat(approvals().overdue(soon)).isEmpty();
    }

    @Test
    default void knowsPeopleByTheirTokensAlone() {
        PeopleStore people = store().people();
        PeopleStore.Person ann = people.add("ann", Set.of("security", "leads"), "token-a", Sample.NOON, "owner");
        PeopleStore.Person bob = people.add("bob", Set.of(), "token-b", Sample.NOON, "owner");
        assertThat(people.people()).containsExactly(ann, bob);
        assertThat(people.of("token-a")).contains(ann);
        assertThat(people.of("ann")).isEmpty();
        people.add("ann", Set.of(), "token-c", Sample.NOON, "owner");
        assertThat(people.of("token-a")).isEmpty();
        assertThat(people.remove("ann")).isTrue();
        assertThat(people.remove("ann")).isFalse();
        assertThat(people.of("token-c")).isEmpty();
    }

    @Test
    default void onlyOneOfManyAtOnceUsesALeave() throws Exception {
        Approval asked = approvals().ask(Sample.request(SESSION, "c1", 1));
        approvals().vote(asked.id(), yes("ann"), ONCE);
        String grant = approvals().grants(SESSION, Sample.NOON).getFirst().id();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> use = () -> approvals().use(grant, Sample.NOON);
            long used = 0;
            for (Future<Boolean> each : threads.invokeAll(List.of(use, use, use, use, use, use, use, use))) {
                used += each.get() ? 1 : 0;
            }
            assertThat(used).isEqualTo(1);
        }
    }

    @Test
    default void onlyOneOfManyVotesAtOnceSettlesAnApproval() throws Exception {
        Approval asked = approvals().ask(Sample.request(SESSION, "c1", 1));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answered>> votes = List.of(
                    () -> approvals().vote(asked.id(), yes("ann"), ONCE),
                    () -> approvals().vote(asked.id(), yes("bob"), ONCE),
                    () -> approvals().vote(asked.id(), no("cyd"), ONCE),
                    () -> approvals().vote(asked.id(), no("dan"), ONCE));
            long counted = 0;
            for (Future<Answered> each : threads.invokeAll(votes)) {
                counted += each.get() instanceof Answered.Counted ? 1 : 0;
            }
            assertThat(counted).isEqualTo(1);
        }
        assertThat(approvals().approval(asked.id()).orElseThrow().votes()).hasSize(1);
    }

    @Test
    default void knowsHowReviewersDecide() {
        approvals().vote(approvals().ask(Sample.request(SESSION, "c1", 1)).id(), yes("ann"), ONCE);
        approvals().vote(approvals().ask(Sample.request(SESSION, "c2", 1)).id(), no("ann"), ONCE);
        Approval.Request canary = Sample.request(SESSION, "c3", Approval.Panel.ANYBODY, true);
        approvals().vote(approvals().ask(canary).id(), yes("bob"), ONCE);
        assertThat(approvals().grants(SESSION, Sample.NOON)).hasSize(1);
        assertThat(approvals().reviewers(Filter.ALL))
                .containsExactly(
                        new Reviewer("ann", 1, 1, Duration.ofSeconds(20), 0, 0),
                        new Reviewer("bob", 1, 0, Duration.ofSeconds(20), 1, 1));
    }

    @Test
    default void holdsSwitchesUntilTheyAreLiftedOrRunOut() {
        SwitchStore switches = store().switches();
        Switch.Target all = new Switch.Target(Switch.Scope.ALL, "");
        Switch.Target one = new Switch.Target(Switch.Scope.SESSION, "s1");
        Switch stop = switches.stop(all, Switch.Kind.STOP, "ann", "fire", Sample.NOON, Optional.empty());
        Switch pause = switches.stop(
                one,
                Switch.Kind.PAUSE,
                "bob",
                "lunch",
                Sample.NOON.plusSeconds(1),
                Optional.of(Sample.NOON.plusSeconds(60)));
        assertThat(switches.holding(Sample.NOON.plusSeconds(59))).containsExactly(stop, pause);
        assertThat(switches.holding(Sample.NOON.plusSeconds(60))).containsExactly(stop);
        assertThat(pause.holds(Sample.NOON.plusSeconds(59))).isTrue();
        assertThat(pause.holds(Sample.NOON.plusSeconds(60))).isFalse();
        assertThat(switches.lift(one, "ann", Sample.NOON.plusSeconds(61))).isEmpty();
        List<Switch> lifted = switches.lift(all, "cyd", Sample.NOON.plusSeconds(70));
        assertThat(lifted)
                .containsExactly(new Switch(
                        stop.id(),
                        all,
                        Switch.Kind.STOP,
                        "ann",
                        "fire",
                        Sample.NOON,
                        Optional.empty(),
                        Optional.of(new Switch.Lifting("cyd", Sample.NOON.plusSeconds(70)))));
        assertThat(switches.holding(Sample.NOON.plusSeconds(70))).isEmpty();
        assertThat(switches.switches(Filter.ALL).items()).containsExactly(pause, lifted.getFirst());
    }

    @Test
    default void keepsTheAuditInTheOrderInWhichItWasWritten() {
        AuditStore audit = store().audit();
        AuditStore.Deed first = audit.note(Sample.NOON, "ann", "switch-thrown", "all", "fire", "{}");
        AuditStore.Deed second = audit.note(Sample.NOON, "bob", "approval-denied", "a1", "no", "");
        assertThat(audit.deeds(Filter.ALL).items()).containsExactly(second, first);
        assertThat(audit.deeds(Filter.ALL.text("FIRE")).items()).containsExactly(first);
        assertThat(audit.deeds(Filter.ALL.state("approval-denied")).items()).containsExactly(second);
    }
}
