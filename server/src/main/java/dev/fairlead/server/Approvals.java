package dev.fairlead.server;

import dev.fairlead.core.decide.Attempt;
import dev.fairlead.core.effect.Effect;
import dev.fairlead.core.effect.Wording;
import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.store.Approval;
import dev.fairlead.store.ApprovalStore;
import dev.fairlead.store.Grant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Questions to people: a hook that waits for one is answered the moment it is decided, and what is decided later is
/// leave for the next try.
final class Approvals {

    /// How long leave for once holds after the call that was asked about gave up waiting.
    private static final Duration LEAVE = Duration.ofHours(1);

    private final ApprovalStore store;
    private final Clock clock;
    private final Duration hold;
    private final Duration patience;
    private final Consumer<Approval> asked;
    private final Map<String, CompletableFuture<Approval>> waiting = new ConcurrentHashMap<>();

    /// @param asked is told of every new question
    Approvals(ApprovalStore store, Clock clock, Duration hold, Duration patience, Consumer<Approval> asked) {
        this.store = store;
        this.clock = clock;
        this.hold = hold;
        this.patience = patience;
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

    private static boolean covers(Grant.Terms terms, Attempt attempt) {
        return switch (terms.scope()) {
            case ONCE, COMMAND -> terms.what().equals(words(attempt));
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

    /// Asks people about a call.
    Approval ask(Attempt attempt, SessionId session, CallId call, String reason, List<String> rules) {
        Instant now = clock.instant();
        List<String> effects = attempt.effects().effects().stream()
                .map((Effect effect) -> Wording.of(effect))
                .distinct()
                .limit(12)
                .toList();
        Approval approval = store.ask(new Approval.Request(
                session,
                call,
                attempt.tool(),
                words(attempt),
                reason,
                rules,
                effects,
                now,
                now.plus(patience),
                1,
                "",
                false));
        waiting.computeIfAbsent(approval.id(), _ -> new CompletableFuture<>());
        asked.accept(approval);
        return approval;
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

    /// Takes a person's vote, and lets the hook go on that waits for it.
    ///
    /// @param scope how far leave reaches
    /// @param path what leave for a path is about
    ApprovalStore.Answered vote(
            String id,
            String by,
            boolean granted,
            String why,
            Grant.Scope scope,
            String path,
            Optional<Duration> time) {
        Instant now = clock.instant();
        String what = switch (scope) {
            case ONCE, COMMAND ->
                store.approval(id).map(each -> each.request().command()).orElse("");
            case PATH -> path;
            case SESSION -> "";
        };
        Grant.Terms terms = new Grant.Terms(scope, what, now.plus(time.orElse(LEAVE)));
        ApprovalStore.Answered answered = store.vote(id, new Approval.Vote(by, granted, now, why), terms);
        if (answered instanceof ApprovalStore.Answered.Counted(Approval approval)
                && approval.state() != Approval.State.PENDING) {
            CompletableFuture<Approval> future = waiting.get(id);
            if (future != null) {
                future.complete(approval);
            }
        }
        return answered;
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
