package dev.fairlead.core.session;

import dev.fairlead.core.shell.CheckKind;
import java.util.Optional;

/// Tells from the end of what a test, build or lint run printed that it failed, whatever status its line ended with: a
/// pipe, an alternative or a further command hides the status of the check itself.
///
/// Only lines count that begin as the runners' own last words do.
final class CheckAnswer {

    /// How much of an answer is looked at, in characters from its end.
    private static final int TAIL = 2_000;

    private static final String FAILED = " failed";

    private static final String[] LAST_WORDS = {
        "fail\t",
        "--- fail:",
        "failed ",
        "test result: failed",
        "[error] build failure",
        "[error] failures:",
        "build failed",
        "make: ***",
        "gmake: ***",
        "npm err!",
        "npm error",
        "failed (failures=",
        "failed (errors=",
        "error: could not compile",
        "error task failed"
    };

    private CheckAnswer() {}

    /// Whether one of the last lines says that the check failed.
    static boolean saysFailure(String answer) {
        String tail = answer.substring(Math.max(0, answer.length() - TAIL));
        boolean mayCount = tail.contains(FAILED);
        int start = 0;
        while (start < tail.length()) {
            int end = tail.indexOf('\n', start);
            end = end < 0 ? tail.length() : end;
            if (isLastWord(tail, start, end) || mayCount && countsFailures(tail, start, end)) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    /// The check whose failure a call's failure is.
    static Optional<CheckKind> kind(FailureKind failure) {
        return switch (failure) {
            case TEST_FAILED -> Optional.of(CheckKind.TEST);
            case BUILD_FAILED -> Optional.of(CheckKind.BUILD);
            case LINT_FAILED -> Optional.of(CheckKind.LINT);
            case EDIT_TEXT_NOT_FOUND,
                    EDIT_TEXT_AMBIGUOUS,
                    EDIT_WITHOUT_CHANGE,
                    FILE_NOT_READ,
                    STALE_FILE,
                    NO_SUCH_PATH,
                    WRONG_KIND_OF_PATH,
                    NO_SUCH_TOOL,
                    NO_SUCH_COMMAND,
                    NO_SUCH_FLAG,
                    BAD_ARGUMENTS,
                    TOO_LARGE,
                    NOTHING_FOUND,
                    REFUSED,
                    DENIED,
                    INTERRUPTED,
                    SKIPPED,
                    TIMED_OUT,
                    NETWORK,
                    PERMISSION,
                    OTHER -> Optional.empty();
        };
    }

    private static boolean isLastWord(String text, int start, int end) {
        int from = start(text, start, end);
        if (end - from == 4 && text.startsWith("FAIL", from)) {
            return true;
        }
        for (String words : LAST_WORDS) {
            if (text.regionMatches(true, from, words, 0, words.length())) {
                return true;
            }
        }
        return false;
    }

    /// Where a line begins behind blanks and rules of `=`.
    private static int start(String text, int start, int end) {
        int from = start;
        while (from < end && (text.charAt(from) == ' ' || text.charAt(from) == '=')) {
            from++;
        }
        return from;
    }

    /// A count of failures, as in `3 failed, 2 passed` or `Tests: 1 failed`.
    private static boolean countsFailures(String text, int start, int end) {
        int from = start(text, start, end);
        int failed = text.indexOf(FAILED, from);
        if (failed < 0 || failed >= end || failed == from) {
            return false;
        }
        int digit = failed - 1;
        while (digit >= from && text.charAt(digit) >= '0' && text.charAt(digit) <= '9') {
            digit--;
        }
        boolean isCount =
                digit < failed - 1 && !text.substring(digit + 1, failed).equals("0");
        boolean isOfTests = digit < from || text.regionMatches(true, from, "test", 0, 4);
        return isCount && isOfTests;
    }
}
