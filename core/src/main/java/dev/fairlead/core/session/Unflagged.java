package dev.fairlead.core.session;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.shell.CheckKind;
import dev.fairlead.core.shell.CommandLine;

/// Tells from the text alone whether a call failed, where its record has neither a flag nor an exit status.
///
/// What a file or a page shows may hold any sentence, so of most answers only the first line counts. A command is
/// believed
/// to have failed where the client says so at the beginning, where its first line is a complaint about the command line
/// itself, or where a line begins as those do with which programs end badly. A pipe hides the last of these; an
/// alternative (`||`) or a further command lets a line end well whatever its parts did, and hides all but the client's
/// words.
final class Unflagged {

    private static final int SHORT = 400;

    private static final String[] BEGINS = {
        "<tool_use_error>",
        "error:",
        "traceback (most recent call last)",
        "fatal:",
        "exit code ",
        "exited with code",
        "eisdir:",
        "enoent:",
        "verification failed",
        "your proposed edit has introduced",
        "invalid `view_range`",
        "invalid `path` parameter",
        "no replacement was performed",
        "error running bash command",
        "sibling tool call errored",
        "panic:",
        "command failed"
    };
    private static final String[] ENDS_BADLY = {
        "fail\t", "--- fail", "error:", "fatal:", "conflict (", "automatic merge failed", "build failed",
        "[error] build failure", "test result: failed", "npm err!", "npm error", "make: ***", "gmake: ***",
                "level=error",
        "tests failed", "traceback (most recent call last)", "panic:", "error: could not compile"
    };
    private static final String[] COUNTS_FAULTS = {"issues:", "problems", "problem", "errors", "failed", "errors."};

    private Unflagged() {}

    /// Whether an answer speaks of a failure of its own call.
    ///
    /// @param seen both ends of the answer
    /// @param lower the same in lower case
    static boolean saysFailure(Action action, String seen, String lower) {
        String head = lower.stripLeading();
        if (beginsWithAny(head, BEGINS)) {
            return !head.startsWith("exit code 0") && !head.startsWith("exit code: 0");
        }
        String first = firstLine(head);
        return switch (action) {
            case Action.Command command -> commandFailed(command.line(), seen, head);
            case Action.Read _, Action.Search _, Action.Fetch _ ->
                head.length() < SHORT
                        && Sentences.any(
                                head,
                                "does not exist",
                                "no such file or directory",
                                "eisdir",
                                "exceeds maximum allowed");
            case Action.Edit _, Action.Write _, Action.Patch _ ->
                Sentences.ofTool(first).isPresent();
            case Action.Delegate _, Action.Poll _, Action.Ask _, Action.Plan _, Action.Other _ ->
                Sentences.saysBadCall(first) || first.startsWith("agent type '") && first.contains("' not found");
        };
    }

    private static boolean commandFailed(String line, String seen, String head) {
        boolean endsWell =
                line.contains("||") || line.indexOf(';') >= 0 || line.strip().indexOf('\n') >= 0;
        if (endsWell) {
            return false;
        }
        CommandLine command = CommandLine.of(line);
        boolean checks = command.commands().stream().anyMatch(CheckKind::isOfTool);
        if (new CommandFailure(line, command, firstLine(seen.strip()), 0)
                .misuse(checks)
                .isPresent()) {
            return true;
        }
        if (line.indexOf('|') >= 0) {
            return false;
        }
        for (String each : head.split("\n", -1)) {
            if (endsBadly(each.strip(), checks)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a line is one with which a program ends that ends badly: `FAIL	pkg`, `fatal: …`, and while tests, builds
    /// or
    /// linters run `3 failed`, `7 issues:`, `Found 2 errors`.
    private static boolean endsBadly(String line, boolean checks) {
        if (line.equals("fail") || beginsWithAny(line, ENDS_BADLY) || line.endsWith("error task failed")) {
            return true;
        }
        return checks && countsFaults(line);
    }

    private static boolean countsFaults(String line) {
        String previous = "";
        for (String word : line.split("[\\s=,()]+", -1)) {
            if (isCount(previous) && beginsWithAny(word, COUNTS_FAULTS)) {
                return true;
            }
            previous = word;
        }
        return false;
    }

    private static boolean isCount(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9') && !word.equals("0");
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    private static boolean beginsWithAny(String text, String... beginnings) {
        for (String beginning : beginnings) {
            if (text.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
