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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Flags an agent that hands back before the work is done, so that the person has to send it on.
final class PrematureStop implements Detector<PrematureStop.Spoken> {

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

    /// @param last the agent's last words since the person spoke
    record Spoken(Optional<Evidence> last) {
        static final Spoken NOTHING = new Spoken(Optional.empty());
    }

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Spoken fresh() {
        return Spoken.NOTHING;
    }

    @Override
    public Observation<Spoken> observe(Spoken before, Session session, Event event) {
        return switch (event.what()) {
            case Happening.AgentSpoke spoke ->
                Observation.quiet(
                        spoke.text().strip().endsWith("?")
                                ? Spoken.NOTHING
                                : new Spoken(Optional.of(Evidence.of(event))));
            case Happening.ToolCalled _, Happening.AgentInterrupted _ -> Observation.quiet(Spoken.NOTHING);
            case Happening.TaskGiven task ->
                before.last().isPresent() && sendsOn(task.text())
                        ? Observation.flag(Spoken.NOTHING, finding(before.last().get(), task.text(), event))
                        : Observation.quiet(Spoken.NOTHING);
            default -> Observation.quiet(before);
        };
    }

    private static boolean sendsOn(String text) {
        return SENDS_ON.contains(text.strip().toLowerCase(Locale.ROOT).replaceAll("[.!,]", ""));
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
