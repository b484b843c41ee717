package dev.fairlead.core.session;

import java.util.Optional;

/// The sentences in which agents' tools, runtimes and operating systems say that something failed. All are lower case
/// and matched as plain text.
final class Sentences {

    private static final String[] TEXT_NOT_FOUND = {
        "string to replace not found",
        "failed to find expected lines",
        "failed to find context",
        "old_string not found",
        "oldstring not found",
        "could not find the exact text",
        "no match found",
        "could not find oldstring",
        "did not appear verbatim",
        "could not find old text",
        "0 occurrences found",
        "no occurrences of"
    };
    private static final String[] TEXT_AMBIGUOUS = {
        "matches of the string to replace",
        "multiple occurrences of",
        "is not unique",
        "found multiple matches",
        "must be unique",
        "multiple matches for",
        "multiple matches found"
    };
    private static final String[] NOT_READ = {
        "file has not been read yet", "must read the file", "read it first before", "you must read file"
    };
    private static final String[] STALE = {
        "has been modified since read",
        "file has been unexpectedly modified",
        "was modified since",
        "has changed since",
        "modified since it was last read"
    };
    private static final String[] TOO_LARGE = {
        "exceeds maximum allowed", "file is too large", "file too large", "exceeds the maximum", "content too large"
    };
    private static final String[] BAD_ARGUMENTS = {
        "inputvalidationerror",
        "failed to parse function arguments",
        "failed to parse arguments",
        "required parameter",
        "invalid arguments",
        "missing required",
        "invalid_type",
        "is missing an argument",
        "invalid patch",
        "must have required property",
        "params must",
        "invalid params",
        "unexpected parameter",
        "json parse error",
        "could not be parsed as json",
        "json parsing failed",
        "\": required",
        "patch rejected"
    };
    private static final String[] NO_SUCH_TOOL = {
        "no such tool available", "unknown skill", "unknown tool", "unsupported call", "is not a known tool",
        "tool not found", "not found in registry", "unknown process id", "agent type '", "no task found with id",
        "no such tool", "unavailable tool", "is not a prompt-based skill"
    };
    private static final String[] NO_SUCH_PATH = {
        "no such file or directory",
        "file does not exist",
        "path does not exist",
        "directory does not exist",
        "enoent",
        "cannot access",
        "file not found",
        "did not match any file",
        "no such path",
        "does not exist in",
        "failed to read file to update",
        "path not found",
        "does not exist. did you mean"
    };
    private static final String[] WRONG_KIND_OF_PATH = {"eisdir", "enotdir", "is a directory", "not a directory"};
    private static final String[] NO_SUCH_COMMAND = {"command not found", "is not recognized as"};
    private static final String[] NETWORK = {
        "could not resolve host",
        "connection refused",
        "econnrefused",
        "enotfound",
        "network is unreachable",
        "connection reset",
        "connection timed out",
        "temporary failure in name resolution",
        "status code 5",
        "tls handshake timeout",
        "bad gateway",
        "service unavailable",
        "request failed with status code",
        "could not connect to",
        "rate limit"
    };
    private static final String[] PERMISSION = {"permission denied", "operation not permitted", "eacces", "eperm"};
    private static final String[] TIME_OUT = {
        "command timed out",
        "timed out after",
        "timeout waiting",
        "deadline exceeded",
        "operation timed out",
        "after exceeding timeout"
    };

    private Sentences() {}

    static boolean any(String text, String... sentences) {
        for (String sentence : sentences) {
            if (text.contains(sentence)) {
                return true;
            }
        }
        return false;
    }

    /// Who kept a call from running, where the answer is an agent's own sentence about it.
    static Optional<FailureKind> keptFromRunning(String lower) {
        String head = lower.length() <= 200 ? lower : lower.substring(0, 200);
        if (any(
                head,
                "the user doesn't want to proceed",
                "the user doesn't want to take this action",
                "user rejected",
                "rejected by user",
                "denied by user",
                "declined by user")) {
            return Optional.of(FailureKind.REFUSED);
        }
        if (any(head, "interrupted by user", "aborted by user", "request interrupted", "cancelled by user")) {
            return Optional.of(FailureKind.INTERRUPTED);
        }
        if (any(head, "sibling tool call errored", "cancelled: parallel tool call")) {
            return Optional.of(FailureKind.SKIPPED);
        }
        if (any(
                head,
                "permission to use",
                "blocked by",
                "hook error:",
                "denied by policy",
                "requested permissions",
                "requires approval",
                "was blocked",
                "sandbox denied")) {
            return Optional.of(FailureKind.DENIED);
        }
        return Optional.empty();
    }

    /// What was wrong with a call of a tool that is not a shell.
    static Optional<FailureKind> ofTool(String lower) {
        if (any(lower, TEXT_NOT_FOUND)) {
            return Optional.of(FailureKind.EDIT_TEXT_NOT_FOUND);
        }
        if (any(lower, TEXT_AMBIGUOUS)) {
            return Optional.of(FailureKind.EDIT_TEXT_AMBIGUOUS);
        }
        if (any(lower, "no changes to make", "no changes to apply")) {
            return Optional.of(FailureKind.EDIT_WITHOUT_CHANGE);
        }
        if (any(lower, NOT_READ)) {
            return Optional.of(FailureKind.FILE_NOT_READ);
        }
        if (any(lower, STALE)) {
            return Optional.of(FailureKind.STALE_FILE);
        }
        if (any(lower, TOO_LARGE)) {
            return Optional.of(FailureKind.TOO_LARGE);
        }
        if (any(lower, NO_SUCH_TOOL)) {
            return Optional.of(FailureKind.NO_SUCH_TOOL);
        }
        if (any(lower, BAD_ARGUMENTS)) {
            return Optional.of(FailureKind.BAD_ARGUMENTS);
        }
        return ofPath(lower);
    }

    /// What was wrong with a path.
    static Optional<FailureKind> ofPath(String lower) {
        if (any(lower, NO_SUCH_PATH)) {
            return Optional.of(FailureKind.NO_SUCH_PATH);
        }
        return any(lower, WRONG_KIND_OF_PATH) ? Optional.of(FailureKind.WRONG_KIND_OF_PATH) : Optional.empty();
    }

    /// Where in a line the complaint about a path begins; 0 where there is none.
    static int pathComplaintAt(String lower) {
        for (String sentence : NO_SUCH_PATH) {
            if (lower.contains(sentence)) {
                return lower.indexOf(sentence);
            }
        }
        for (String sentence : WRONG_KIND_OF_PATH) {
            if (lower.contains(sentence)) {
                return lower.indexOf(sentence);
            }
        }
        return 0;
    }

    /// What the machine or the network did, which is nobody's fault here.
    static Optional<FailureKind> ofMachine(String lower) {
        if (isTimeOut(lower)) {
            return Optional.of(FailureKind.TIMED_OUT);
        }
        if (any(lower, NETWORK)) {
            return Optional.of(FailureKind.NETWORK);
        }
        return any(lower, PERMISSION) ? Optional.of(FailureKind.PERMISSION) : Optional.empty();
    }

    static boolean isTimeOut(String lower) {
        return any(lower, TIME_OUT);
    }

    static boolean saysNoSuchCommand(String lower) {
        return any(lower, NO_SUCH_COMMAND) || lower.endsWith(": not found") && !lower.startsWith("remote:");
    }

    /// Whether a line is one that fails loudly in any program's words.
    static boolean namesAFault(String lower) {
        return any(lower, "error", "not found", "no such", "fatal", "failed", "unknown", "does not exist", "cannot");
    }

    /// Whether a line only says that and how a command ended, not why.
    static boolean isPreamble(String line) {
        return line.startsWith("Exit code")
                || line.startsWith("Process exited with code")
                || line.startsWith("Chunk ID:")
                || line.startsWith("Wall time:")
                || line.startsWith("Original token count:")
                || line.startsWith("Total output lines:")
                || line.equals("Output:");
    }

    /// Whether a line says that the agent has no such tool, or that it does not take such arguments.
    static boolean saysBadCall(String lower) {
        return any(lower, NO_SUCH_TOOL) || any(lower, BAD_ARGUMENTS);
    }
}
