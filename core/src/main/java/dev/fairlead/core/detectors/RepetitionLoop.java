package dev.fairlead.core.detectors;

import dev.fairlead.core.detect.Card;
import dev.fairlead.core.detect.Detector;
import dev.fairlead.core.detect.Evidence;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.detect.Observation;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.session.Exchange;
import dev.fairlead.core.session.Recent;
import dev.fairlead.core.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Flags an agent that makes the same calls again and again and learns nothing new.
///
/// A step is a call and its answer, each by its digest. The last steps are compared with those one to five places
/// before; when enough rounds agree, the agent goes in a circle. Speaks once per streak, on the step that closes
/// the last round needed. A new task starts afresh; words between calls do not, since an agent that is stuck often
/// narrates.
final class RepetitionLoop implements Detector<RepetitionLoop.Trail> {

    private static final Card CARD = new Card(
            "repetition-loop",
            Misbehaviour.REPETITION_LOOP,
            "the same calls with the same answers, again and again",
            "The same call with the same answer four times in a row, or four times among ten calls with nothing else"
                    + " changed between, or a cycle of two to five calls that comes round three times with the same answers. To a"
                    + " call that changes a file any answer is the same. Calls are the same when tool and arguments are, whatever the order of"
                    + " keys, spacing and descriptions; answers when they are but for times, durations, colours and long"
                    + " identifiers. Declared polling (a `sleep`, a watch, a status command of a build service, a poll of the"
                    + " agent's own) may go on three times as long.",
            List.of(
                    "running the tests again after a change: the change stands between",
                    "the same edit over many files: the arguments differ",
                    "the same command with another answer, which is news",
                    "declared polling, within three times the limit"),
            List.of(
                    "calls that differ in a word each time, such as a search that is rephrased",
                    "a loop whose answers carry a counter or other plain numbers that change",
                    "a cycle of more than five calls",
                    "an agent that repeats itself in words, without calls"));

    private final LoopLimits limits;

    RepetitionLoop() {
        this(LoopLimits.OWN);
    }

    RepetitionLoop(LoopLimits limits) {
        this.limits = limits;
    }

    /// The last steps, and the cycle that was already spoken of.
    ///
    /// @param spoken the length of the cycle that goes on and was flagged, 0 where none does
    record Trail(Recent<Step> steps, int spoken) {
        static Trail fresh(LoopLimits limits) {
            return new Trail(Recent.ofLast(limits.needed()), 0);
        }
    }

    /// One call and its answer.
    ///
    /// @param answer its digest; the same for every answer to a call that changes a file
    /// @param changes whether it worked and may have changed something
    /// @param edits whether it worked and is a change of a file
    record Step(
            long call, long answer, boolean polls, boolean changes, boolean edits, Evidence called, Evidence answered) {
        boolean isLike(Step other, boolean comparesAnswers) {
            return call == other.call && (!comparesAnswers || answer == other.answer);
        }
    }

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Trail fresh() {
        return Trail.fresh(limits);
    }

    @Override
    public Set<Class<? extends Happening>> heeds() {
        return Set.of(Happening.TaskGiven.class, Happening.ToolReturned.class);
    }

    @Override
    public Observation<Trail> observe(Trail before, Session session, Event event) {
        if (event.what() instanceof Happening.TaskGiven) {
            return Observation.quiet(limits.spansTasks() ? before : Trail.fresh(limits));
        }
        if (session.exchange().isEmpty() || wasKept(session.exchange().get())) {
            return Observation.quiet(before);
        }
        Exchange exchange = session.exchange().get();
        Recent<Step> steps = before.steps().with(step(exchange));
        if (before.spoken() > 0 && continues(steps.items(), before.spoken())) {
            return Observation.quiet(new Trail(steps, before.spoken()));
        }
        int period = period(steps.items());
        List<Step> apart = period == 0 ? apart(steps.items()) : List.of();
        if (!apart.isEmpty()) {
            return Observation.flag(Trail.fresh(limits), findingApart(apart, exchange));
        }
        Trail trail = period > 0 && limits.speaksAgain() ? Trail.fresh(limits) : new Trail(steps, period);
        return period == 0
                ? Observation.quiet(trail)
                : Observation.flag(trail, finding(steps.items(), period, exchange));
    }

    private static boolean wasKept(Exchange exchange) {
        return exchange.failure().isPresent() && exchange.failure().get().kind().wasKeptFromRunning();
    }

    private static Step step(Exchange exchange) {
        return new Step(
                exchange.call().fingerprint(),
                exchange.answer(),
                Polling.isDeclaredBy(exchange),
                exchange.worked() && !Looking.isAllOf(exchange),
                exchange.worked() && !exchange.call().changes().isEmpty(),
                Evidence.call(exchange),
                Evidence.result(exchange));
    }

    private boolean continues(List<Step> steps, int period) {
        int size = steps.size();
        return size > period && steps.get(size - 1).isLike(steps.get(size - 1 - period), limits.comparesAnswers());
    }

    /// The length of the shortest cycle that has just come round often enough; 0 where there is none.
    private int period(List<Step> steps) {
        for (int period = 1; period <= limits.longest(); period++) {
            int limit = limits.limit(period, polls(steps, period));
            if (limit > 0 && hasRounds(steps, period, limit)) {
                return period;
            }
        }
        return 0;
    }

    private static boolean polls(List<Step> steps, int period) {
        for (int i = Math.max(0, steps.size() - period); i < steps.size(); i++) {
            if (steps.get(i).polls()) {
                return true;
            }
        }
        return false;
    }

    private boolean hasRounds(List<Step> steps, int period, int rounds) {
        int needed = period * rounds;
        if (steps.size() < needed) {
            return false;
        }
        for (int i = steps.size() - 1; i >= steps.size() - needed + period; i--) {
            if (!steps.get(i).isLike(steps.get(i - period), limits.comparesAnswers())) {
                return false;
            }
        }
        return true;
    }

    /// The last step and those like it among the last calls, if they are enough and nothing was changed between. Where
    /// the step itself changes a file, only other changes of files count as a change between.
    private List<Step> apart(List<Step> steps) {
        Step last = steps.getLast();
        List<Step> alike = new ArrayList<>();
        for (int i = steps.size() - 1; i >= Math.max(0, steps.size() - limits.within()); i--) {
            Step step = steps.get(i);
            if (step.isLike(last, limits.comparesAnswers())) {
                alike.addFirst(step);
            } else if (last.edits() ? step.edits() : step.changes()) {
                break;
            }
        }
        boolean isEnough = limits.identical() > 0 && alike.size() >= limits.identical();
        return isEnough && !last.polls() ? alike : List.of();
    }

    private static Finding findingApart(List<Step> alike, Exchange exchange) {
        String claim = "called `%s`%s %d times within a few calls and changed nothing else between"
                .formatted(exchange.call().tool(), Words.about(exchange.call().action()), alike.size());
        return finding(claim, alike);
    }

    private Finding finding(List<Step> steps, int period, Exchange exchange) {
        int rounds = limits.limit(period, polls(steps, period));
        String answers = limits.comparesAnswers() ? " and got the same answer each time" : "";
        String about = Words.about(exchange.call().action());
        String claim = period == 1
                ? "called `%s`%s %d times in a row%s".formatted(exchange.call().tool(), about, rounds, answers)
                : "went through the same %d calls %d times, ending with `%s`%s%s"
                        .formatted(period, rounds, exchange.call().tool(), about, answers);
        return finding(claim, steps.subList(steps.size() - period * rounds, steps.size()));
    }

    private static Finding finding(String claim, List<Step> steps) {
        List<Evidence> evidence = new ArrayList<>();
        for (Step step : steps) {
            evidence.add(step.called());
            evidence.add(step.answered());
        }
        return new Finding(
                CARD.id(),
                CARD.misbehaviour(),
                Severity.MEDIUM,
                0.95,
                claim,
                "read the answer that keeps coming back, change one thing that could change it, and only then call again",
                evidence);
    }
}
