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
import java.util.regex.Pattern;

/// Flags an agent that stated something as a fact which the person then says is not so.
final class WrongAssumption implements Detector<WrongAssumption.Said> {

    /// How much of a message is looked at, in characters: a correction comes first.
    private static final int SEEN = 200;

    private static final Pattern CORRECTS = Pattern.compile(
            "\\b(?:you are|you're|that is|that's|this is|which is|it is|it's) (?:not|in|in fact not|actually not) ?(?:correct|right|true|accurate|the case)\\b"
                    + "|\\b(?:you are|you're|that is|that's|this is) wrong\\b"
                    + "|\\b(?:have|did) you ma(?:de|ke) (?:it|this|that) up\\b|\\byou made (?:it|this|that) up\\b"
                    + "|^(?:no|nope|hmm|hm|wait|actually)[, ]+(?:i just (?:checked|tested|looked)|that's not|that is not|it's not|it is not|there is no|there are no|it does ?n[o']?t|they do ?n[o']?t)"
                    + "|\\bi just (?:checked|tested|tried)\\b");

    /// Words of which every correction has one: most messages have none and are soon passed over.
    private static final Vocabulary MARKS = Vocabulary.of(
            "correct",
            "right",
            "true",
            "accurate",
            "the case",
            "wrong",
            "up",
            "i just",
            "that's not",
            "that is not",
            "it's not",
            "it is not",
            "there is no",
            "there are no",
            "it do*",
            "they do*");

    private static final Card CARD = new Card(
            "wrong-assumption",
            Misbehaviour.WRONG_ASSUMPTION,
            "a statement that the person answers with a correction",
            "The person's answer to what the agent said begins with a correction of fact: it is not so, it was made up, or the"
                    + " person looked and found otherwise.",
            List.of(
                    "a change of the person's mind, or a wish for something else",
                    "a correction of a step that the agent only proposed"),
            List.of(
                    "an assumption that a later result of a tool refutes",
                    "a correction in other words, or much later"),
            Card.Standing.SUSPICION);

    /// @param last the agent's last words since the person spoke
    record Said(Optional<Statement> last) {
        static final Said NOTHING = new Said(Optional.empty());
    }

    /// What the agent said.
    record Statement(String words, Evidence evidence) {}

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Said fresh() {
        return Said.NOTHING;
    }

    @Override
    public Observation<Said> observe(Said before, Session session, Event event) {
        if (event.what() instanceof Happening.AgentSpoke spoke) {
            return Observation.quiet(
                    new Said(Optional.of(new Statement(Words.quoted(spoke.text(), 100), Evidence.of(event)))));
        }
        if (!(event.what() instanceof Happening.TaskGiven task)) {
            return Observation.quiet(before);
        }
        return before.last().isPresent() && corrects(task.text())
                ? Observation.flag(Said.NOTHING, finding(before.last().get(), task.text(), event))
                : Observation.quiet(Said.NOTHING);
    }

    private static boolean corrects(String message) {
        String text = message.strip();
        String head = text.substring(0, Math.min(SEEN, text.length()));
        return MARKS.isIn(head)
                && CORRECTS.matcher(head.toLowerCase(Locale.ROOT)).find();
    }

    private static Finding finding(Statement said, String answer, Event event) {
        return new Finding(
                CARD.id(),
                CARD.misbehaviour(),
                Severity.MEDIUM,
                0.8,
                "stated “%s”, and the person answered “%s”".formatted(said.words(), Words.quoted(answer, 120)),
                "check the fact at its source before building on it, and say when something is only assumed",
                List.of(said.evidence(), Evidence.of(event)));
    }
}
