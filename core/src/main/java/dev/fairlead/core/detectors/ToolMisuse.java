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
import dev.fairlead.core.session.Exchange;
import dev.fairlead.core.session.Failure;
import dev.fairlead.core.session.FailureKind;
import dev.fairlead.core.session.Session;
import java.util.List;
import java.util.Set;

/// Flags a tool call that failed because of how the agent made it.
///
/// Speaks on the first such failure of a kind; the following ones of the same kind and tool are the same streak
/// until a call of that tool works.
final class ToolMisuse implements Detector<ToolMisuse.Streak> {

    private static final Card CARD = new Card(
            "tool-misuse",
            Misbehaviour.TOOL_MISUSE,
            "a tool call that failed through the agent's own fault",
            "The call failed, by the agent's own flag or exit status, and the answer says in the tool's, the shell's or the"
                    + " runtime's own words that the call was wrong: the text to edit is not in the file or is there more"
                    + " than once, the file was not read first or changed since, the path, tool, command, flag or argument"
                    + " does not exist, an argument is malformed or missing, or the result is larger than the tool gives."
                    + " For a command, a missing path or program counts only if the command line itself names it; while"
                    + " tests, builds or linters run, only the shell's own complaint does.",
            List.of(
                    "failing tests, builds and lint findings",
                    "a search or comparison that finds nothing",
                    "a person's refusal, a hook's denial, an interruption",
                    "a network fault, a time-out, a permission of the operating system",
                    "a call that was skipped because one beside it failed"),
            List.of(
                    "a misuse whose failure the command line hides (`|| true`, a pipe that ends well)",
                    "a call that works but does something else than was meant",
                    "complaints in another language than English",
                    "a probe for a file that may well be absent cannot be told from a wrong path, and is flagged"));

    /// The misuse that goes on, if one does.
    ///
    /// @param kind of the streak
    /// @param tool of the streak; empty where there is none
    record Streak(FailureKind kind, String tool) {
        static final Streak NONE = new Streak(FailureKind.OTHER, "");
    }

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Streak fresh() {
        return Streak.NONE;
    }

    @Override
    public Set<Class<? extends Happening>> heeds() {
        return Set.of(Happening.TaskGiven.class, Happening.ToolReturned.class);
    }

    @Override
    public Observation<Streak> observe(Streak before, Session session, Event event) {
        if (event.what() instanceof Happening.TaskGiven) {
            return Observation.quiet(Streak.NONE);
        }
        if (session.exchange().isEmpty()) {
            return Observation.quiet(before);
        }
        Exchange exchange = session.exchange().get();
        if (exchange.failure().isEmpty()) {
            return Observation.quiet(exchange.call().tool().equals(before.tool()) ? Streak.NONE : before);
        }
        Failure failure = exchange.failure().get();
        if (!failure.kind().isAgentsFault()) {
            return Observation.quiet(before);
        }
        Streak streak = new Streak(failure.kind(), exchange.call().tool());
        return streak.equals(before) ? Observation.quiet(before) : Observation.flag(streak, finding(exchange, failure));
    }

    private static Finding finding(Exchange exchange, Failure failure) {
        String claim = "called `%s`%s and it failed: %s"
                .formatted(
                        exchange.call().tool(),
                        Words.about(exchange.call().action()),
                        failure.kind().words());
        String said = failure.excerpt().isEmpty() ? claim : claim + " (`" + Words.quoted(failure.excerpt(), 120) + "`)";
        return new Finding(
                CARD.id(),
                CARD.misbehaviour(),
                Severity.LOW,
                0.92,
                said,
                remedy(failure.kind(), exchange.call().action()),
                Evidence.of(exchange));
    }

    private static String remedy(FailureKind kind, Action action) {
        return switch (kind) {
            case EDIT_TEXT_NOT_FOUND -> "read the lines again and copy the text to replace exactly as it stands there";
            case EDIT_TEXT_AMBIGUOUS ->
                "include enough lines around the text that it is unique, or replace every occurrence if that is meant";
            case EDIT_WITHOUT_CHANGE -> "check whether the file already holds the change, and go on if it does";
            case FILE_NOT_READ -> "read the file before changing it";
            case STALE_FILE -> "read the file again, then repeat the change on what it holds now";
            case NO_SUCH_PATH -> "list the folder or search for the name before using a path that was not seen";
            case WRONG_KIND_OF_PATH -> "list the folder with the tool for that, and read one of the files in it";
            case NO_SUCH_TOOL -> "use one of the tools and skills that this session offers";
            case NO_SUCH_COMMAND -> "check with `command -v` what is installed, or use another program that is";
            case NO_SUCH_FLAG -> "read the usage that the program printed, or its `--help`, and use what it lists";
            case BAD_ARGUMENTS ->
                action instanceof Action.Command
                        ? "quote what the shell would read itself, such as brackets, globs and quotes, and run it again"
                        : "give every required argument in the form that the tool's description states";
            case TOO_LARGE -> "ask for a part: a range of lines, or a search for what is wanted";
            case TEST_FAILED,
                    BUILD_FAILED,
                    LINT_FAILED,
                    NOTHING_FOUND,
                    REFUSED,
                    DENIED,
                    INTERRUPTED,
                    SKIPPED,
                    TIMED_OUT,
                    NETWORK,
                    PERMISSION,
                    OTHER -> "read the answer before calling again";
        };
    }
}
