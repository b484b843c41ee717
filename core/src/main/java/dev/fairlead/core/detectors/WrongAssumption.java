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
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.session.Exchange;
import dev.fairlead.core.session.Session;
import dev.fairlead.core.shell.CommandLine;
import dev.fairlead.core.shell.SimpleCommand;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Flags an agent that stated something as a fact which the person then says is not so.
final class WrongAssumption implements Detector<WrongAssumption.Said> {

    /// How much of a message is looked at, in characters: a correction comes first.
    private static final int SEEN = 200;

    /// What stands before the person's words in a refusal.
    private static final String SAID = "user said:";

    private static final int MOST_WORDS = 40;

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
                    + " person looked and found otherwise. Or the person refuses a call with such words, or with the same order to"
                    + " git and another branch.",
            List.of("a change of the person's mind, or a wish for something else", "a refusal without such words"),
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
    public Set<Class<? extends Happening>> heeds() {
        return Set.of(Happening.AgentSpoke.class, Happening.TaskGiven.class, Happening.ToolReturned.class);
    }

    @Override
    public Observation<Said> observe(Said before, Session session, Event event) {
        if (event.what() instanceof Happening.AgentSpoke spoke) {
            return Observation.quiet(
                    new Said(Optional.of(new Statement(Words.quoted(spoke.text(), 100), Evidence.of(event)))));
        }
        if (event.what() instanceof Happening.ToolReturned returned && returned.outcome() == Outcome.REFUSED) {
            return refused(before, returned.text(), session, event);
        }
        if (!(event.what() instanceof Happening.TaskGiven task)) {
            return Observation.quiet(before);
        }
        return before.last().isPresent() && corrects(task.text())
                ? Observation.flag(Said.NOTHING, finding(before.last().get(), task.text(), event))
                : Observation.quiet(Said.NOTHING);
    }

    /// The person refuses a call, with words that correct what was said, or name another object for the same order.
    private static Observation<Said> refused(Said before, String text, Session session, Event event) {
        int said = text.indexOf(SAID);
        if (said < 0) {
            return Observation.quiet(before);
        }
        String words = text.substring(said + SAID.length()).strip();
        if (before.last().isPresent() && corrects(words)) {
            return Observation.flag(Said.NOTHING, finding(before.last().get(), words, event));
        }
        return session.exchange()
                .filter(exchange -> redirects(exchange.commandLine(), words))
                .map(exchange -> Observation.flag(Said.NOTHING, redirected(exchange, words, event)))
                .orElse(Observation.quiet(before));
    }

    /// Whether words give the same order to git as a command line and name something that the line does not.
    private static boolean redirects(CommandLine line, String words) {
        List<String> said = List.of(words.toLowerCase(Locale.ROOT).split("[\\s,]+", MOST_WORDS));
        for (SimpleCommand command : line.commands()) {
            boolean isSameOrder =
                    command.program().equals("git") && said.getFirst().equals(command.verb());
            if (isSameOrder
                    && said.stream()
                            .anyMatch(word ->
                                    word.contains("/") && !command.words().contains(word))) {
                return true;
            }
        }
        return false;
    }

    private static Finding redirected(Exchange exchange, String words, Event event) {
        return new Finding(
                CARD.id(),
                CARD.misbehaviour(),
                Severity.MEDIUM,
                0.5,
                "called `%s`, and the person refused with “%s”"
                        .formatted(
                                Words.quoted(
                                        exchange.commandLine().commands().getFirst().words().stream()
                                                .reduce((a, b) -> a + " " + b)
                                                .orElse(""),
                                        80),
                                Words.quoted(words, 120)),
                "ask which one is meant where the request leaves it open, before acting on it",
                List.of(
                        new Evidence(
                                exchange.call().sequence(),
                                exchange.call().origin(),
                                Optional.of(exchange.call().id())),
                        Evidence.of(event)));
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
