package dev.fairlead.core.session;

import dev.fairlead.core.shell.CommandLine;
import dev.fairlead.core.shell.SimpleCommand;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tells from what a failed command printed whether the command itself was wrong.
///
/// Shells, C libraries and argument parsers say it in few and old sentences. Each is believed only where the agent
/// could have caused it: a shell's complaint about the line, a missing path that the line names, a missing program
/// that the line starts, a flag that the line holds. While tests, builds or linters run, only the shell's own
/// complaint, the first line and what names the place it was run in count, since everything else may be the output
/// of what is tested.
final class CommandFailure {

    private static final int NOT_FOUND_STATUS = 127;
    private static final int FIRST_LINES = 8;

    private static final String[] UNKNOWN_ARGUMENT = {
        "unknown flag",
        "unrecognized option",
        "unrecognized argument",
        "unknown option",
        "invalid option",
        "illegal option",
        "unexpected argument",
        "unknown shorthand flag",
        "flag provided but not defined",
        "unknown argument",
        "no such option",
        "unknown command",
        "unknown subcommand",
        "invalid argument",
        "unrecognized subcommand",
        "no such subcommand",
        "is not a git command",
        "invalid choice",
        "bad flag",
        "unknown primary",
        "unknown json field",
        "ambiguous argument",
        "invalid flag",
        "bad option",
        "none of the others can be",
        "accepts at most",
        "required flag",
        "requires at least",
        "missing operand",
        "the following arguments are required",
        "requires an argument",
        "named files must",
        "too many arguments"
    };
    private static final String[] SHELL_SYNTAX = {
        "parse error near",
        "syntax error near unexpected token",
        "unexpected eof while looking for matching",
        "unexpected end of file",
        "unterminated quoted string",
        "bad substitution",
        "unmatched \"",
        "unmatched '",
        "no matches found:",
        "unknown file attribute",
        "bad pattern",
        "unknown sort specifier",
        "event not found"
    };
    private static final String[] WRONG_PLACE = {
        "no go files in",
        "cannot find main module",
        "go.mod file not found",
        "could not read package.json",
        "there is no pom in this directory",
        "could not find `cargo.toml`",
        "no rule to make target",
        "missing script:",
        "not a git repository",
        "no makefile found",
        "file or directory not found",
        "no such task",
        "script not found",
        "directory prefix",
        "task not found",
        "no tasks named"
    };

    private static final Pattern SEPARATORS = Pattern.compile("[\\s:'\"`‘’“”,()\\[\\]]");

    private final String line;
    private final CommandLine command;
    private final String seen;
    private final int exitStatus;

    CommandFailure(String line, CommandLine command, String seen, int exitStatus) {
        this.line = line;
        this.command = command;
        this.seen = seen;
        this.exitStatus = exitStatus;
    }

    /// How the command itself was wrong, or empty where it was not.
    ///
    /// @param checks whether it runs tests, a build or a linter
    Optional<FailureKind> misuse(boolean checks) {
        int number = 0;
        for (String each : seen.split("\n", -1)) {
            String text = each.strip();
            if (text.isEmpty() || Sentences.isPreamble(text)) {
                continue;
            }
            Optional<FailureKind> kind = ofLine(text, text.toLowerCase(Locale.ROOT), checks, number++);
            if (kind.isPresent()) {
                return kind;
            }
        }
        return exitStatus == NOT_FOUND_STATUS && !checks ? Optional.of(FailureKind.NO_SUCH_COMMAND) : Optional.empty();
    }

    private Optional<FailureKind> ofLine(String text, String lower, boolean checks, int number) {
        boolean shell = isFromShell(lower);
        boolean isEarly = number < FIRST_LINES;
        if (shell || !checks || number == 0) {
            if (Sentences.any(lower, SHELL_SYNTAX) && (shell || isEarly)) {
                return Optional.of(FailureKind.BAD_ARGUMENTS);
            }
            if ((Sentences.saysNoSuchCommand(lower) || isMissingModule(lower)) && startsProgramIn(text)) {
                return Optional.of(FailureKind.NO_SUCH_COMMAND);
            }
            Optional<FailureKind> path = Sentences.ofPath(lower);
            if (path.isPresent() && namesPathIn(text, lower)) {
                return path;
            }
        }
        boolean isOfSystem = lower.endsWith(": invalid argument"); // EINVAL of a file or device
        if (isEarly && !isOfSystem && Sentences.any(lower, UNKNOWN_ARGUMENT) && (!checks || namesFlagIn(text))) {
            return Optional.of(FailureKind.NO_SUCH_FLAG);
        }
        return isEarly && Sentences.any(lower, WRONG_PLACE) ? Optional.of(FailureKind.NO_SUCH_PATH) : Optional.empty();
    }

    /// Whether a shell itself speaks: `(eval):1:`, `bash: line 3:`, `/bin/sh: 1:`, `zsh:1:`.
    private static boolean isFromShell(String lower) {
        return lower.startsWith("(eval):")
                || lower.startsWith("bash:")
                || lower.startsWith("sh:")
                || lower.startsWith("zsh:")
                || lower.startsWith("/bin/bash:")
                || lower.startsWith("/bin/sh:")
                || lower.startsWith("/usr/bin/bash:")
                || lower.startsWith("/bin/zsh:");
    }

    /// Whether an interpreter says that there is no such program among its modules, as `python3 -m pytest` may.
    private boolean isMissingModule(String lower) {
        int at = lower.indexOf(": no module named ");
        return at >= 0
                && line.contains("-m "
                        + lower.substring(at + ": no module named ".length()).strip());
    }

    private boolean startsProgramIn(String text) {
        for (SimpleCommand simple : command.commands()) {
            if (text.contains(simple.program())) {
                return true;
            }
        }
        return false;
    }

    /// Whether what is missing is something that the command line names: the word right before the complaint, or one
    /// behind it. `run.sh: line 4: /opt/tool: No such file or directory` misses a path that the script names, not
    /// the agent.
    private boolean namesPathIn(String text, String lower) {
        int at = Sentences.pathComplaintAt(lower);
        List<String> before = words(text.substring(0, at));
        if (!before.isEmpty() && isNamed(before.getLast())) {
            return true;
        }
        for (String word : words(text.substring(at))) {
            if (isNamed(word)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> words(String text) {
        return SEPARATORS.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
    }

    private boolean isNamed(String word) {
        if (word.isEmpty()) {
            return false;
        }
        if (word.indexOf('/') >= 0 || word.indexOf('.') > 0) {
            return line.contains(word);
        }
        for (SimpleCommand simple : command.commands()) {
            if (simple.has(word)) {
                return true;
            }
        }
        return false;
    }

    private boolean namesFlagIn(String text) {
        for (SimpleCommand simple : command.commands()) {
            for (String argument : simple.words().subList(1, simple.words().size())) {
                if (argument.length() > 1 && text.contains(argument)) {
                    return true;
                }
            }
        }
        return false;
    }
}
