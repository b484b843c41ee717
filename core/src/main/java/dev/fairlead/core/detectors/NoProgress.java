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
import dev.fairlead.core.session.Recent;
import dev.fairlead.core.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Flags an agent that looks again and again at what it has seen, and changes nothing.
final class NoProgress implements Detector<NoProgress.Looks> {

    private static final int SEEN = 64;
    private static final int LIMIT = 15;

    private static final Card CARD = new Card(
            "no-progress",
            Misbehaviour.NO_PROGRESS,
            "many looks at what was seen before, and nothing changed",
            "Since the person last spoke and since the last change of a file, the agent made at least %d calls that only look"
                            .formatted(LIMIT)
                    + " and whose answer it had already been given; looks at something new count against it only by their"
                    + " absence: there were fewer of them.",
            List.of(
                    "orientation: many looks at new files",
                    "polling of something that runs",
                    "looking again at a file that was changed"),
            List.of(
                    "a circle of thoughts without calls",
                    "looks that bring something new and lead nowhere",
                    "a return to answers that lie more than %d looks back".formatted(SEEN)),
            Card.Standing.SUSPICION);

    /// @param answers digests of what was seen since the last change, newest last
    /// @param again how many looks showed nothing new
    /// @param first the first of those
    record Looks(Recent<Long> answers, int again, Optional<Evidence> first, boolean isTold) {
        static final Looks NONE = new Looks(Recent.ofLast(SEEN), 0, Optional.empty(), false);
    }

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Looks fresh() {
        return Looks.NONE;
    }

    @Override
    public Set<Class<? extends Happening>> heeds() {
        return Set.of(Happening.TaskGiven.class, Happening.ToolReturned.class);
    }

    @Override
    public Observation<Looks> observe(Looks before, Session session, Event event) {
        if (event.what() instanceof Happening.TaskGiven) {
            return Observation.quiet(Looks.NONE);
        }
        if (session.exchange().isEmpty()) {
            return Observation.quiet(before);
        }
        Exchange exchange = session.exchange().get();
        if (!Looking.isAllOf(exchange)) {
            return Observation.quiet(exchange.worked() ? Looks.NONE : before);
        }
        return exchange.call().action() instanceof Action.Poll ? Observation.quiet(before) : looked(before, exchange);
    }

    private static Observation<Looks> looked(Looks before, Exchange exchange) {
        long seen = Digest.join(exchange.call().fingerprint(), exchange.answer());
        if (!before.answers().items().contains(seen)) {
            return Observation.quiet(
                    new Looks(before.answers().with(seen), before.again(), before.first(), before.isTold()));
        }
        int again = before.again() + 1;
        Optional<Evidence> first = before.first().or(() -> Optional.of(Evidence.result(exchange)));
        boolean speaks = !before.isTold()
                && again >= LIMIT
                && again >= before.answers().items().size();
        Looks next = new Looks(before.answers(), again, first, before.isTold() || speaks);
        return speaks ? Observation.flag(next, finding(again, first, exchange)) : Observation.quiet(next);
    }

    private static Finding finding(int again, Optional<Evidence> first, Exchange exchange) {
        List<Evidence> evidence = new ArrayList<>(Evidence.of(exchange));
        first.ifPresent(evidence::add);
        return new Finding(
                CARD.id(),
                CARD.misbehaviour(),
                Severity.LOW,
                0.5,
                "looked %d times at what it had already seen, without changing anything".formatted(again),
                "write down what is known and what is missing, then take the one step that would tell most",
                evidence);
    }
}
