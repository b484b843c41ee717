package dev.fairlead.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One step of a session, as the timeline shows it.
///
/// @param kind of it, by which it looks; `task`, `spoke`, `thought`, `call`, `result` and others
/// @param title what it is about: a tool and its target; may be empty
/// @param text what was said; may be empty
/// @param diffs what a change of files changes
/// @param effects in words, what a command would do as the gate understands it
/// @param ruling what the gate said of it
/// @param result of a call
/// @param child the session that it set to work
/// @param tokens used since the step before
/// @param evidenceOf the findings that rest on it, by their anchors
/// @param findings that were made here
record Step(
        long sequence,
        Instant at,
        String kind,
        String title,
        Text text,
        List<Diff> diffs,
        List<String> effects,
        Optional<Ruled> ruling,
        Optional<Result> result,
        Optional<String> child,
        long tokens,
        List<String> evidenceOf,
        List<FindingCard> findings) {

    /// A text, cut where it is long.
    ///
    /// @param left characters that are not shown
    record Text(String shown, int left) {

        /// No text.
        static final Text NONE = new Text("", 0);

        private static final int MOST = 2_400;
        private static final int SHORT = 1_200;

        static Text of(String text) {
            return cut(text, MOST, 0);
        }

        /// Of an answer the beginning and the end are shown, where errors stand.
        static Text ofAnswer(String text) {
            return cut(text, SHORT, SHORT / 2);
        }

        private static Text cut(String text, int head, int tail) {
            if (text.length() <= head + tail + 200) {
                return new Text(text.strip(), 0);
            }
            String end = tail == 0 ? "" : "\n⋯\n" + text.substring(text.length() - tail);
            return new Text(text.substring(0, head) + end, text.length() - head - tail);
        }

        boolean isThere() {
            return !shown.isEmpty();
        }
    }

    /// What changes in one file.
    record Diff(String path, List<DiffLine> lines) {}

    /// What the gate said.
    record Ruled(String answer, String reason, List<String> rules) {}

    /// What came back.
    ///
    /// @param outcome in a word
    record Result(long sequence, String outcome, boolean isFailed, Text text, List<String> evidenceOf) {}
}
