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
import dev.fairlead.core.session.Session;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Flags an agent that hands back before the work is done, so that the person has to send it on.
final class PrematureStop implements Detector<LastWords> {

    private static final Card CARD = new Card(
            "premature-stop",
            Misbehaviour.PREMATURE_STOP,
            "a hand-back that the person answers with an order to go on",
            "The agent ends its turn with words that ask nothing, and the whole of the person's answer is an order to go on or to finish.",
            List.of("a question that only the person can answer", "a turn that the person stopped"),
            List.of("work left undone that the person does not notice", "an order to go on in other words"),
            Card.Standing.SUSPICION);

    private static final Set<String> SENDS_ON = Set.of(
            "continue",
            "go on",
            "keep going",
            "carry on",
            "finish it",
            "finish",
            "continue please",
            "please continue",
            "you are not done",
            "you're not done",
            "not done yet",
            "and the rest",
            "do the rest",
            "finish the rest");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public LastWords fresh() {
        return LastWords.NONE;
    }

    @Override
    public Set<Class<? extends Happening>> heeds() {
        return Set.of(
                Happening.AgentInterrupted.class,
                Happening.AgentSpoke.class,
                Happening.TaskGiven.class,
                Happening.ToolCalled.class);
    }

    @Override
    public Observation<LastWords> observe(LastWords before, Session session, Event event) {
        return switch (event.what()) {
            case Happening.AgentSpoke spoke ->
                Observation.quiet(
                        spoke.text().strip().endsWith("?")
                                ? LastWords.NONE
                                : new LastWords(Optional.of(Evidence.of(event))));
            case Happening.ToolCalled _, Happening.AgentInterrupted _ -> Observation.quiet(LastWords.NONE);
            case Happening.TaskGiven task ->
                before.evidence().isPresent() && sendsOn(task.text())
                        ? Observation.flag(
                                LastWords.NONE, finding(before.evidence().get(), task.text(), event))
                        : Observation.quiet(LastWords.NONE);
            default -> Observation.quiet(before);
        };
    }

    private static boolean sendsOn(String text) {
        return SENDS_ON.contains(LastWords.answer(text));
    }

    private static Finding finding(Evidence stopped, String answer, Event event) {
        return new Finding(
                CARD.id(),
                CARD.misbehaviour(),
                Severity.MEDIUM,
                0.5,
                "handed back, and the person answered “%s”".formatted(Words.quoted(answer, 40)),
                "before handing back, go through the request and say for each part that it is done or what keeps you from it",
                List.of(stopped, Evidence.of(event)));
    }
}
