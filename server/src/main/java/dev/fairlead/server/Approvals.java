package dev.fairlead.server;

import dev.fairlead.core.decide.Attempt;
import dev.fairlead.core.decide.Policy;
import dev.fairlead.core.decide.Question;
import dev.fairlead.core.effect.Effect;
import dev.fairlead.core.effect.Effects;
import dev.fairlead.core.effect.Wording;
import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.secret.Secrets;
import dev.fairlead.store.Approval;
import dev.fairlead.store.ApprovalStore;
import dev.fairlead.store.Grant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Questions to people: a hook that waits for one is answered the moment it is decided, and what is decided later is
/// leave for the next try.
final class Approvals {

    private static final int MOST_EFFECTS = 12;

    /// How long leave for once holds after the call that was asked about gave up waiting.
    private static final Duration LEAVE = Duration.ofHours(1);

    private final ApprovalStore store;
    private final Clock clock;
    private final Duration hold;
    private final Duration patience;
    private final boolean redacts;
    private final Consumer<Approval> asked;
    private final Map<String, CompletableFuture<Approval>> waiting = new ConcurrentHashMap<>();
    private final Queue<Canaries.Due> canaries = new ConcurrentLinkedQueue<>();

    /// @param redacts whether secrets are taken out of what is stored
    /// @param asked is told of every new question
    Approvals(
            ApprovalStore store,
            Clock clock,
            Duration hold,
            Duration patience,
            boolean redacts,
            Consumer<Approval> asked) {
        this.store = store;
        this.clock = clock;
        this.hold = hold;
        this.patience = patience;
        this.redacts = redacts;
        this.asked = asked;
    }

    /// What came of a question while its hook waited.
    sealed interface Verdict {
        /// A person, or leave that a person gave before, lets it run.
        record Granted(String by) implements Verdict {}

        /// A person said no.
        record Denied(String by, String why) implements Verdict {}

        /// Nobody has answered yet.
        record Open(Approval approval) implements Verdict {}
    }

    /// Leave that covers a call; leave for once is used up by this.
    Optional<Grant> leave(Attempt attempt, SessionId session) {
        Instant now = clock.instant();
        for (Grant grant : store.grants(session, now)) {
            if (covers(grant.terms(), attempt)
                    && (grant.terms().scope() != Grant.Scope.ONCE || store.use(grant.id(), now))) {
                return Optional.of(grant);
            }
        }
        return Optional.empty();
    }

    private boolean covers(Grant.Terms terms, Attempt attempt) {
        return switch (terms.scope()) {
            case ONCE, COMMAND -> terms.what().equals(kept(words(attempt)));
            case PATH ->
                !paths(attempt).isEmpty() && paths(attempt).stream().allMatch(path -> isAtOrBelow(path, terms.what()));
            case SESSION -> true;
        };
    }

    private static boolean isAtOrBelow(String path, String folder) {
        return path.equals(folder) || path.startsWith(folder.endsWith("/") ? folder : folder + "/");
    }

    private static List<String> paths(Attempt attempt) {
        return switch (attempt.action()) {
            case Action.Write write -> List.of(write.path());
            case Action.Edit edit -> List.of(edit.path());
            case Action.Read read -> List.of(read.path());
            case Action.Patch patch ->
                patch.files().stream().map(Action.FilePatch::path).toList();
            default -> List.of();
        };
    }

    /// What a person reads as the thing that would run.
    static String words(Attempt attempt) {
        return switch (attempt.action()) {
            case Action.Command command -> command.line();
            case Action.Write write -> "write " + write.path();
            case Action.Edit edit -> "edit " + edit.path();
            case Action.Patch patch ->
                "change "
                        + String.join(
                                ", ",
                                patch.files().stream()
                                        .map(Action.FilePatch::path)
                                        .toList());
            case Action.Fetch fetch -> "fetch " + fetch.target();
            default -> attempt.tool();
        };
    }

    /// Asks people about a call, as the policy where it runs says.
    ///
    /// @param rules that object, or the class of what was found
    Approval ask(Attempt attempt, LiveSession session, CallId call, String reason, List<String> rules) {
        Instant now = clock.instant();
        Policy policy = session.gate().policy();
        Approval approval = store.ask(new Approval.Request(
                session.id(),
                call,
                attempt.tool(),
                kept(words(attempt)),
                reason,
                rules,
                effects(attempt.effects()),
                new Approval.Background(kept(session.plan()), kept(Changes.of(attempt.action()))),
                now,
                now.plus(patience),
                panel(policy.question(rules), now),
                false));
        waiting.computeIfAbsent(approval.id(), _ -> new CompletableFuture<>());
        asked.accept(approval);
        Canaries.after(approval, attempt, session.gate(), policy.canaries(), hold.dividedBy(8))
                .ifPresent(canaries::add);
        return approval;
    }

    /// Who is asked, as a policy says.
    static Approval.Panel panel(Question question, Instant now) {
        return new Approval.Panel(
                question.people(),
                question.group(),
                question.escalation().map(next -> new Approval.Escalation(next.group(), now.plus(next.after()))));
    }

    /// What a call would do, in words, as much as a person reads.
    static List<String> effects(Effects effects) {
        return effects.effects().stream()
                .map((Effect effect) -> Wording.of(effect))
                .distinct()
                .limit(MOST_EFFECTS)
                .toList();
    }

    private String kept(String text) {
        return redacts ? Secrets.redact(text) : text;
    }

    /// Does what time demands: asks what was to be asked later, asks the next group about what nobody decided, and
    /// settles what is too old.
    ///
    /// @return those that another group was asked about
    List<Approval> tend() {
        Instant now = clock.instant();
        List<Approval> escalated = new ArrayList<>();
        for (Approval each : store.overdue(now)) {
            String group = each.request().panel().escalation().orElseThrow().group();
            Instant until = latest(each.request().expiresAt(), now.plus(patience));
            store.escalate(each.id(), group, until).ifPresent(escalated::add);
        }
        escalated.forEach(asked);
        canaries.removeIf(each -> {
            boolean isDue = !each.due().isAfter(now);
            if (isDue) {
                asked.accept(store.ask(each.request()));
            }
            return isDue;
        });
        store.expire(now);
        return escalated;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// Waits until a question is settled, as long as a hook can be held.
    Verdict await(Approval approval) {
        CompletableFuture<Approval> future = waiting.computeIfAbsent(approval.id(), _ -> new CompletableFuture<>());
        try {
            Approval now = store.approval(approval.id()).orElse(approval);
            Approval settled =
                    now.state() == Approval.State.PENDING ? future.get(hold.toMillis(), TimeUnit.MILLISECONDS) : now;
            return verdict(settled);
        } catch (TimeoutException nobodyAnswered) {
            return new Verdict.Open(approval);
        } catch (ExecutionException fault) {
            throw new IllegalStateException("a question cannot fail", fault);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Verdict.Open(approval);
        } finally {
            waiting.remove(approval.id(), future);
        }
    }

    private Verdict verdict(Approval settled) {
        Optional<Approval.Vote> last = settled.votes().isEmpty()
                ? Optional.empty()
                : Optional.of(settled.votes().getLast());
        return switch (settled.state()) {
            case APPROVED, USED -> {
                use(settled);
                yield new Verdict.Granted(last.map(Approval.Vote::by).orElse("somebody"));
            }
            case DENIED ->
                new Verdict.Denied(
                        last.map(Approval.Vote::by).orElse("somebody"),
                        last.map(Approval.Vote::why).orElse(""));
            case EXPIRED, PENDING -> new Verdict.Open(settled);
        };
    }

    /// The call that was waited for runs now: leave for once is spent on it.
    private void use(Approval approval) {
        Instant now = clock.instant();
        for (Grant grant : store.grants(approval.request().session(), now)) {
            if (grant.approval().equals(approval.id()) && grant.terms().scope() == Grant.Scope.ONCE) {
                store.use(grant.id(), now);
            }
        }
    }

    /// What a person decides.
    ///
    /// @param scope how far leave reaches
    /// @param path what leave for a path is about
    /// @param time how long leave holds
    record Decision(boolean granted, String why, Grant.Scope scope, String path, Optional<Duration> time) {}

    /// Takes a person's vote, and lets the hook go on that waits for it.
    ApprovalStore.Answered vote(String id, Caller caller, Decision decision) {
        Instant now = clock.instant();
        Optional<Approval> asked = store.approval(id);
        Optional<String> objection = asked.flatMap(each -> objection(each, caller, decision));
        if (objection.isPresent()) {
            return new ApprovalStore.Answered.Rejected(objection.get());
        }
        String what = switch (decision.scope()) {
            case ONCE, COMMAND -> asked.map(each -> each.request().command()).orElse("");
            case PATH -> decision.path();
            case SESSION -> "";
        };
        Grant.Terms terms =
                new Grant.Terms(decision.scope(), what, now.plus(decision.time().orElse(LEAVE)));
        ApprovalStore.Answered answered =
                store.vote(id, new Approval.Vote(caller.name(), decision.granted(), now, decision.why()), terms);
        if (answered instanceof ApprovalStore.Answered.Counted(Approval approval)
                && approval.state() != Approval.State.PENDING) {
            CompletableFuture<Approval> future = waiting.get(id);
            if (future != null) {
                future.complete(approval);
            }
        }
        return answered;
    }

    /// Why a vote does not count. Anybody may say no; who says yes must be one of those who are asked, and what more
    /// than one person must agree to is agreed to once.
    private static Optional<String> objection(Approval approval, Caller caller, Decision decision) {
        Approval.Panel panel = approval.request().panel();
        if (!decision.granted()) {
            return Optional.empty();
        }
        if (!panel.group().isEmpty() && !caller.groups().contains(panel.group())) {
            return Optional.of("only members of `%s` may approve `%s`, and `%s` is none"
                    .formatted(panel.group(), approval.id(), caller.name()));
        }
        return panel.needed() > 1 && decision.scope() != Grant.Scope.ONCE
                ? Optional.of(
                        "`%s` needs %d people, who can only let it run once".formatted(approval.id(), panel.needed()))
                : Optional.empty();
    }

    /// Answers every hook that waits, since nobody will be there to answer it: it is refused for now.
    void letGo() {
        waiting.forEach((id, future) -> store.approval(id).ifPresent(future::complete));
    }

    /// How many hooks wait.
    int waiting() {
        return waiting.size();
    }

    /// The store behind, for lists.
    ApprovalStore store() {
        return store;
    }
}
