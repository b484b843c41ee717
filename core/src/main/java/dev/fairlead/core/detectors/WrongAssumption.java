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
import dev.fairlead.core.session.Session;
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

    /// A message of more words explains so much that a branch in it may be named for any reason.
    private static final int MOST_WORDS = 20;

    /// Git's orders that bring another branch in.
    private static final Set<String> JOINS = Set.of("merge", "rebase", "pull");

    /// What looks like the name of a branch: parts joined by slashes, or at least three by hyphens; no file, no
    /// address.
    private static final Pattern BRANCH = Pattern.compile("[a-z0-9_][\\w-]*(?:/[\\w-]+)+|[a-z0-9]+(?:-[a-z0-9]+){2,}");

    /// Orders that name a branch for another purpose.
    private static final Vocabulary ELSE = Vocabulary.of(
            "push*",
            "check out",
            "checkout",
            "switch",
            "create",
            "delete",
            "open",
            "compare",
            "diff",
            "now",
            "then",
            "next",
            "also",
            "run",
            "review",
            "commit*");

    private static final Pattern CORRECTS = Pattern.compile(
            "\\b(?:you are|you're|that is|that's|this is|which is|it is|it's|part is) (?:not|in|in fact not|actually not) ?"
                    + "(?:fully |quite |entirely )?(?:correct|right|true|accurate|the case)\\b"
                    + "|\\b(?:you are|you're|that is|that's|this is) (?:wrong|incorrect)\\b"
                    + "|\\b(?:have|did) you ma(?:de|ke) (?:it|this|that) up\\b|\\byou made (?:it|this|that) up\\b"
                    + "|^(?:no|nope|hmm|hm|wait|actually)[, ]+(?:i just (?:checked|tested|looked)|that's not|that is not|it's not|it is not|it isn't|that isn't|there is no|there are no|it does ?n[o']?t|they do ?n[o']?t)");

    /// What corrects only where no word praises, and the person who looked speaks of something that is not.
    private static final Pattern CODE_IS_RIGHT =
            Pattern.compile("\\bthe (?:code|tests?|implementation|behaviou?r) (?:is|are) (?:right|correct)\\b");

    private static final Pattern LOOKED = Pattern.compile("\\bi just (?:checked|tested|tried)\\b");
    private static final Pattern DENIES =
            Pattern.compile("n['’]t\\b|\\b(?:not|nothing|never|still|dont|doesnt)\\b|\\bno\\b(?! other)");
    private static final Vocabulary PRAISES = Vocabulary.of(
            "thanks", "thank you", "thx", "great", "perfect", "nice", "it works", "works now", "works fine");

    /// How a message begins that asks, and where the question ends.
    private static final Pattern ASKS =
            Pattern.compile("^(?:is|are|does|do|how|what|why|when|where|which|who|and) [^?]*\\?");

    /// What the person quotes are others' words.
    private static final Pattern QUOTED = Pattern.compile("[\"“][^\"“”]*[\"”]");

    /// Words of which every correction has one: most messages have none and are soon passed over.
    private static final Vocabulary MARKS = Vocabulary.of(
            "correct",
            "right",
            "true",
            "accurate",
            "the case",
            "wrong",
            "incorrect",
            "it isn't",
            "that isn't",
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
                    + " person looked and found otherwise. Or the person refuses a call with such words, or answers a merge or a"
                    + " rebase by naming another branch.",
            List.of(
                    "a change of the person's mind, or a wish for something else",
                    "a refusal without such words",
                    "praise, a question of the person, and what the person quotes",
                    "a branch that is named in answer to a question of the agent"),
            List.of(
                    "an assumption that a later result of a tool refutes",
                    "a correction in other words, or much later",
                    "such words about something that the agent did not say: no fault"),
            Card.Standing.SUSPICION);

    /// @param last the agent's last words since the person spoke
    /// @param joined the last call since then that was to bring another branch in, whatever came of it
    record Said(Optional<Statement> last, Optional<Joined> joined) {
        static final Said NOTHING = new Said(Optional.empty(), Optional.empty());
    }

    /// A call that was to merge another branch or to rebase onto it.
    record Joined(String words, Evidence evidence) {}

    /// What the agent said.
    ///
    /// @param asks whether it ends with a question
    record Statement(String words, boolean asks, Evidence evidence) {}

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
            boolean asks = spoke.text().strip().endsWith("?");
            Statement statement = new Statement(Words.quoted(spoke.text(), 100), asks, Evidence.of(event));
            return Observation.quiet(new Said(Optional.of(statement), before.joined()));
        }
        if (event.what() instanceof Happening.ToolReturned returned) {
            Said next = new Said(before.last(), joined(session).or(before::joined));
            return returned.outcome() == Outcome.REFUSED
                    ? refused(next, returned.text(), event)
                    : Observation.quiet(next);
        }
        if (!(event.what() instanceof Happening.TaskGiven task)) {
            return Observation.quiet(before);
        }
        Optional<Finding> found = answered(before, task.text(), event);
        return found.map(finding -> Observation.flag(Said.NOTHING, finding)).orElse(Observation.quiet(Said.NOTHING));
    }

    /// What the person's words say against what was said or called last.
    private static Optional<Finding> answered(Said before, String words, Event event) {
        if (before.last().isPresent() && corrects(words)) {
            return Optional.of(finding(before.last().get(), words, event));
        }
        return before.joined()
                .filter(_ -> before.last().filter(Statement::asks).isEmpty())
                .filter(joined -> redirects(joined, words))
                .map(joined -> redirected(joined, words, event));
    }

    private static Optional<Joined> joined(Session session) {
        if (session.exchange().isEmpty()) {
            return Optional.empty();
        }
        for (SimpleCommand command : session.exchange().get().commandLine().commands()) {
            if (command.program().equals("git") && JOINS.contains(command.verb())) {
                return Optional.of(new Joined(
                        String.join(" ", command.words()),
                        Evidence.call(session.exchange().get())));
            }
        }
        return Optional.empty();
    }

    /// The person refuses a call, with words that correct what was said, or name another branch.
    private static Observation<Said> refused(Said before, String text, Event event) {
        int said = text.indexOf(SAID);
        return said < 0
                ? Observation.quiet(before)
                : answered(before, text.substring(said + SAID.length()).strip(), event)
                        .map(finding -> Observation.flag(Said.NOTHING, finding))
                        .orElse(Observation.quiet(before));
    }

    /// Whether a few words name a branch that the call did not, and order nothing else.
    private static boolean redirects(Joined joined, String message) {
        String[] words = message.strip().toLowerCase(Locale.ROOT).split("[\\s,?!]+", MOST_WORDS + 1);
        if (words.length > MOST_WORDS || ELSE.isIn(message) || asks(message)) {
            return false;
        }
        for (String word : words) {
            if (BRANCH.matcher(word).matches()
                    && !joined.words().toLowerCase(Locale.ROOT).contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static Finding redirected(Joined joined, String words, Event event) {
        return new Finding(
                CARD.id(),
                CARD.misbehaviour(),
                Severity.MEDIUM,
                0.5,
                "called `%s`, and the person answered “%s”"
                        .formatted(Words.quoted(joined.words(), 80), Words.quoted(words, 120)),
                "ask which branch is meant where the request leaves it open, before acting on it",
                List.of(joined.evidence(), Evidence.of(event)));
    }

    private static boolean asks(String message) {
        return ASKS.matcher(message.strip().toLowerCase(Locale.ROOT)).find();
    }

    private static boolean corrects(String message) {
        String text = message.strip();
        String head = text.substring(0, Math.min(SEEN, text.length()));
        if (!MARKS.isIn(head) || asks(head)) {
            return false;
        }
        String own = QUOTED.matcher(head.toLowerCase(Locale.ROOT)).replaceAll(" ");
        return CORRECTS.matcher(own).find()
                || !PRAISES.isIn(own)
                        && (CODE_IS_RIGHT.matcher(own).find()
                                || LOOKED.matcher(own).find()
                                        && DENIES.matcher(own).find());
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
