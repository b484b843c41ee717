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
import java.util.regex.Pattern;

/// Flags an agent that asks for a leave which the person gives with a word.
final class NeedlessConfirmation implements Detector<LastWords> {

    private static final Card CARD = new Card(
            "needless-confirmation",
            Misbehaviour.NEEDLESS_CONFIRMATION,
            "a question whether to go on that the person answers with a bare yes",
            "The agent ends by asking whether it should go on or do the next step, and the whole of the answer is a word of assent. Asking before what cannot be undone is right, so this is a note.",
            List.of(
                    "a question with a choice in it, answered with more than assent",
                    "a question that the person does not answer"),
            List.of("a question in other words"),
            Card.Standing.SUSPICION);

    private static final int TAIL = 300;

    private static final Pattern ASKS = Pattern.compile(
            "\\b(?:shall i|should i|want me to|would you like me to|do you want me to|may i|ready to|ok to|okay to)\\b[^?]{0,200}\\?");

    private static final Set<String> ASSENTS = Set.of(
            "yes",
            "y",
            "yep",
            "yeah",
            "ok",
            "okay",
            "sure",
            "go",
            "go ahead",
            "do it",
            "please do",
            "yes please",
            "proceed",
            "continue",
            "sounds good",
            "go for it",
            "yes go ahead",
            "yep do it",
            "yes do it");

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
        return Set.of(Happening.AgentSpoke.class, Happening.TaskGiven.class, Happening.ToolCalled.class);
    }

    @Override
    public Observation<LastWords> observe(LastWords before, Session session, Event event) {
        return switch (event.what()) {
            case Happening.AgentSpoke spoke ->
                Observation.quiet(asks(spoke.text()) ? new LastWords(Optional.of(Evidence.of(event))) : LastWords.NONE);
            case Happening.ToolCalled _ -> Observation.quiet(LastWords.NONE);
            case Happening.TaskGiven task ->
                before.evidence().isPresent() && assents(task.text())
                        ? Observation.flag(
                                LastWords.NONE, finding(before.evidence().get(), task.text(), event))
                        : Observation.quiet(LastWords.NONE);
            default -> Observation.quiet(before);
        };
    }

    private static boolean asks(String text) {
        String tail = text.substring(Math.max(0, text.length() - TAIL)).strip();
        return tail.endsWith("?") && ASKS.matcher(tail.toLowerCase(Locale.ROOT)).find();
    }

    private static boolean assents(String text) {
        return ASSENTS.contains(LastWords.answer(text));
    }

    private static Finding finding(Evidence asked, String answer, Event event) {
        return new Finding(
                CARD.id(),
                CARD.misbehaviour(),
                Severity.LOW,
                0.5,
                "asked for leave that the person gave with “%s”".formatted(Words.quoted(answer, 40)),
                "go on where the request already covers the step, and ask only before what cannot be undone",
                List.of(asked, Evidence.of(event)));
    }
}
