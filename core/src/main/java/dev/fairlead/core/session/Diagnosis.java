package dev.fairlead.core.session;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Happening.ToolReturned;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.shell.CheckKind;
import dev.fairlead.core.shell.CommandLine;
import dev.fairlead.core.shell.SimpleCommand;
import java.util.Locale;
import java.util.Optional;

/// Tells from an answer whether its call failed, and why.
///
/// Whether: the agent's own flag decides; where it has none, the exit status; where that is missing too, the text.
/// Why: the first sentence of the answer that a known tool, shell or runtime uses for one kind of failure. Programs
/// under test print such sentences too, so for a command the sentence counts only near an end of the answer, and a
/// missing path or program only if the command itself names it.
final class Diagnosis {

    /// How much of an answer is looked at, in characters at each end.
    static final int EDGE = 600;

    private final Action action;
    private final CommandLine command;
    private final ToolReturned returned;
    private final String seen;
    private final String lower;

    private Diagnosis(Action action, CommandLine command, ToolReturned returned) {
        this.action = action;
        this.command = command;
        this.returned = returned;
        String text = returned.text();
        this.seen = text.length() <= 2 * EDGE
                ? text
                : text.substring(0, EDGE) + "\n" + text.substring(text.length() - EDGE);
        this.lower = seen.toLowerCase(Locale.ROOT);
    }

    /// Why the call failed, or empty where it worked.
    ///
    /// @param command the call's command line, taken apart
    static Optional<FailureKind> of(Action action, CommandLine command, ToolReturned returned) {
        return switch (returned.outcome()) {
            case SUCCEEDED, RUNNING -> Optional.empty();
            case REFUSED -> Optional.of(FailureKind.REFUSED);
            case DENIED -> Optional.of(FailureKind.DENIED);
            case INTERRUPTED -> Optional.of(FailureKind.INTERRUPTED);
            case SKIPPED -> Optional.of(FailureKind.SKIPPED);
            case FAILED -> Optional.of(new Diagnosis(action, command, returned).kind());
            case UNSTATED -> ofText(action, command, returned);
        };
    }

    private static Optional<FailureKind> ofText(Action action, CommandLine command, ToolReturned returned) {
        if (returned.exitStatus().isPresent()) {
            return returned.exitStatus().getAsInt() == 0
                    ? Optional.empty()
                    : Optional.of(new Diagnosis(action, command, returned).kind());
        }
        Diagnosis diagnosis = new Diagnosis(action, command, returned);
        Optional<FailureKind> kept = Sentences.keptFromRunning(diagnosis.lower);
        if (kept.isPresent()) {
            return kept;
        }
        return Unflagged.saysFailure(action, diagnosis.seen, diagnosis.lower)
                ? Optional.of(diagnosis.kind())
                : Optional.empty();
    }

    /// The line of an answer that best says what went wrong: the last one of a stack trace; else the first that a
    /// failure sentence stands in, or the first that is more than an exit status.
    static String excerpt(String text) {
        String stripped = text.stripTrailing();
        if (stripped.contains("Traceback (most recent call last)")) {
            return cut(withoutTags(
                    stripped.substring(stripped.lastIndexOf('\n') + 1).strip()));
        }
        String head = text.length() <= EDGE ? text : text.substring(0, EDGE);
        String first = "";
        for (String line : head.split("\n", 12)) {
            String words = withoutTags(line.strip());
            if (!words.isEmpty() && !Sentences.isPreamble(words)) {
                if (Sentences.namesAFault(words.toLowerCase(Locale.ROOT))) {
                    return cut(words);
                }
                first = first.isEmpty() ? words : first;
            }
        }
        return cut(first);
    }

    private static String cut(String line) {
        return line.length() <= Failure.EXCERPT ? line : line.substring(0, Failure.EXCERPT);
    }

    /// A line without the marks that an agent's client puts around its own errors.
    private static String withoutTags(String line) {
        String open = "<tool_use_error>";
        String text = line.startsWith(open) ? line.substring(open.length()) : line;
        int close = text.indexOf("</tool_use_error>");
        return close < 0 ? text : text.substring(0, close);
    }

    private FailureKind kind() {
        Optional<FailureKind> kept = Sentences.keptFromRunning(lower);
        if (kept.isPresent()) {
            return kept.get();
        }
        return action instanceof Action.Command ran ? ofCommand(ran.line()) : ofTool();
    }

    private FailureKind ofTool() {
        return Sentences.ofTool(lower).or(() -> Sentences.ofMachine(lower)).orElse(FailureKind.OTHER);
    }

    private FailureKind ofCommand(String line) {
        Optional<CheckKind> check = CheckKind.of(command);
        Optional<FailureKind> misuse = new CommandFailure(line, command, seen, exitStatus()).misuse(check.isPresent());
        if (misuse.isPresent()) {
            return misuse.get();
        }
        if (Sentences.isTimeOut(lower)) {
            return FailureKind.TIMED_OUT;
        }
        if (check.isPresent()) {
            return switch (check.get()) {
                case TEST -> FailureKind.TEST_FAILED;
                case BUILD -> FailureKind.BUILD_FAILED;
                case LINT -> FailureKind.LINT_FAILED;
            };
        }
        return Sentences.ofMachine(lower).orElseGet(() -> isSearch() ? FailureKind.NOTHING_FOUND : FailureKind.OTHER);
    }

    private int exitStatus() {
        return returned.exitStatus().orElse(returned.outcome() == Outcome.FAILED ? 1 : 0);
    }

    /// Whether the last command answers "no" by its exit status: a search, a comparison, a test of a condition.
    private boolean isSearch() {
        for (SimpleCommand simple : command.commands()) {
            switch (simple.program()) {
                case "grep",
                        "rg",
                        "egrep",
                        "fgrep",
                        "ag",
                        "ack",
                        "find",
                        "fd",
                        "diff",
                        "cmp",
                        "test",
                        "[",
                        "[[",
                        "which",
                        "type",
                        "command",
                        "pgrep",
                        "lsof",
                        "jq",
                        "expr" -> {
                    return true;
                }
                case "git" -> {
                    String verb = simple.operand(1);
                    if (verb.equals("grep")
                            || verb.equals("diff")
                            || verb.equals("config")
                            || verb.equals("rev-parse")) {
                        return true;
                    }
                }
                default -> {}
            }
        }
        return false;
    }
}
