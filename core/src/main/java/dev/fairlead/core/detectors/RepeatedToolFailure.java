package dev.fairlead.core.detectors;

import dev.fairlead.core.detect.Card;
import dev.fairlead.core.detect.Detector;
import dev.fairlead.core.detect.Evidence;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.detect.Observation;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.session.Digest;
import dev.fairlead.core.session.Exchange;
import dev.fairlead.core.session.Failure;
import dev.fairlead.core.session.FailureKind;
import dev.fairlead.core.session.Recent;
import dev.fairlead.core.session.ResultDigest;
import dev.fairlead.core.session.Session;
import dev.fairlead.core.session.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Flags the same failure of the same purpose again and again, with nothing changed between that could help.
///
/// A purpose is a tool on a file or, for a command, what its complaint says. Speaks once per streak, on the failure
/// that reaches the limit.
final class RepeatedToolFailure implements Detector<RepeatedToolFailure.Streaks> {

    private static final int MOST_EVIDENCE = 12;
    private static final int PURPOSES = 16;

    private static final Card CARD = new Card(
            "repeated-tool-failure",
            Misbehaviour.REPEATED_TOOL_FAILURE,
            "the same failure of the same purpose, three times, without another approach",
            "Three failures of one kind for one purpose, with no change of a file, no command that worked and could have"
                    + " changed something, and no word of the person between. Reading and searching between end nothing,"
                    + " even where they work. For a tool on a file the purpose is the tool and the file; for a command"
                    + " it is the complaint, but for times and identifiers. A network fault or a time-out may happen"
                    + " five times.",
            List.of(
                    "a retry after something was changed",
                    "searches that find nothing",
                    "refusals, denials and interruptions",
                    "declared polling that ends badly while what it asks after still runs"),
            List.of(
                    "failures with a useless change between each",
                    "the same purpose followed through different tools",
                    "a failure that the command line hides"));

    private final FailureLimits limits;

    RepeatedToolFailure() {
        this(FailureLimits.OWN);
    }

    RepeatedToolFailure(FailureLimits limits) {
        this.limits = limits;
    }

    /// The streaks that go on, by purpose.
    record Streaks(Shelf<Long, Recent<Evidence>> byPurpose) {
        static final Streaks NONE = new Streaks(Shelf.ofLast(PURPOSES));
    }

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Streaks fresh() {
        return Streaks.NONE;
    }

    @Override
    public Set<Class<? extends Happening>> heeds() {
        return Set.of(Happening.TaskGiven.class, Happening.ToolReturned.class);
    }

    @Override
    public Observation<Streaks> observe(Streaks before, Session session, Event event) {
        if (event.what() instanceof Happening.TaskGiven) {
            return Observation.quiet(limits.spansTasks() ? before : Streaks.NONE);
        }
        if (session.exchange().isEmpty()) {
            return Observation.quiet(before);
        }
        Exchange exchange = session.exchange().get();
        if (exchange.failure().isEmpty()) {
            return Observation.quiet(limits.inARow() || !Looking.isAllOf(exchange) ? Streaks.NONE : before);
        }
        Failure failure = exchange.failure().get();
        if (!counts(failure.kind()) || Polling.isDeclaredBy(exchange)) {
            return Observation.quiet(before);
        }
        return failed(before, exchange, failure);
    }

    private Observation<Streaks> failed(Streaks before, Exchange exchange, Failure failure) {
        long purpose = sameness(exchange, failure);
        Optional<Recent<Evidence>> streak = before.byPurpose().get(purpose);
        Recent<Evidence> evidence = streak.orElseGet(() -> Recent.ofLast(MOST_EVIDENCE))
                .with(Evidence.call(exchange))
                .with(Evidence.result(exchange));
        boolean isOther = limits.inARow() && streak.isEmpty();
        Streaks streaks =
                new Streaks((isOther ? Streaks.NONE : before).byPurpose().with(purpose, evidence));
        int needed = isMachines(failure.kind()) ? limits.patientTimes() : limits.times();
        return evidence.total() == 2L * needed
                ? Observation.flag(streaks, finding(exchange, failure, needed, evidence.items()))
                : Observation.quiet(streaks);
    }

    private static boolean counts(FailureKind kind) {
        return !kind.wasKeptFromRunning() && kind != FailureKind.NOTHING_FOUND;
    }

    private static boolean isMachines(FailureKind kind) {
        return kind == FailureKind.NETWORK || kind == FailureKind.TIMED_OUT;
    }

    /// What stands for all failures that are the same as this one.
    private long sameness(Exchange exchange, Failure failure) {
        return switch (limits.sameness()) {
            case PURPOSE -> purpose(exchange, failure);
            case COMPLAINT -> Digest.join(Digest.of(exchange.call().tool()), ResultDigest.of(failure.excerpt()));
            case CALL -> exchange.call().fingerprint();
            case NOTHING -> 0;
        };
    }

    private static long purpose(Exchange exchange, Failure failure) {
        long tool = Digest.join(
                Digest.of(exchange.call().tool()), Digest.of(failure.kind().words()));
        return switch (exchange.call().action()) {
            case Action.Edit edit -> Digest.join(tool, Digest.of(edit.path()));
            case Action.Write write -> Digest.join(tool, Digest.of(write.path()));
            case Action.Read read -> Digest.join(tool, Digest.of(read.path()));
            case Action.Patch patch ->
                Digest.join(
                        tool,
                        patch.files().isEmpty()
                                ? 0
                                : Digest.of(patch.files().getFirst().path()));
            case Action.Command _,
                    Action.Search _,
                    Action.Fetch _,
                    Action.Delegate _,
                    Action.Poll _,
                    Action.Ask _,
                    Action.Plan _,
                    Action.Other _ ->
                Digest.join(
                        tool,
                        failure.excerpt().isEmpty()
                                ? exchange.call().fingerprint()
                                : ResultDigest.of(failure.excerpt()));
        };
    }

    private Finding finding(Exchange exchange, Failure failure, int times, List<Evidence> evidence) {
        String said = failure.excerpt().isEmpty() ? "" : " (`" + Words.quoted(failure.excerpt(), 120) + "`)";
        return new Finding(
                CARD.id(),
                CARD.misbehaviour(),
                Severity.MEDIUM,
                0.9,
                "%s with `%s`%s and changed nothing between: %s%s"
                        .formatted(
                                limits.sameness().claim(times),
                                exchange.call().tool(),
                                Words.about(exchange.call().action()),
                                failure.kind().words(),
                                said),
                "stop repeating the call; find out why it fails, or take another way to the same end",
                new ArrayList<>(evidence));
    }
}
