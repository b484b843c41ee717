package dev.fairlead.core.detectors;

import dev.fairlead.core.detectors.Claim.Topic;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells whether a person reports that what the agent claimed is not so: that a check fails which was said to pass, or
/// that a fault is still there which was said to be mended.
final class Refutation {

    /// How much of a message is looked at, in characters. What follows is mostly pasted.
    private static final int SEEN = 160;

    private static final String FAILS =
            "\\S* (?:\\w+ ){0,2}(?:fail|fails|failed|failing|broken|does ?n[o']?t compile)\\b";
    private static final Pattern ANY_FAILS =
            Pattern.compile("\\b(?:ci|checks?|mise run \\S+|make \\S+|npm \\S+)" + FAILS);
    private static final Pattern TESTS_FAIL = Pattern.compile("\\btests?" + FAILS + "|^--- fail");
    private static final Pattern BUILD_FAILS = Pattern.compile("\\b(?:build|compilation)" + FAILS);
    private static final Pattern LINT_FAILS = Pattern.compile("\\b(?:lint|linter|linting)" + FAILS);

    private static final Pattern PERSISTS = Pattern.compile(
            "\\bstill (?:not|the same|there|broken|an? |get|getting|see|seeing|show|shows|showing|displaying|happens"
                    + "|happening|wrong|fails?|failing)|\\b(?:does ?n[o']?t|does not|is ?n[o']?t|is not|did ?n[o']?t|did"
                    + " not|not) (?:work|working|correct|fixed|true)\\b|\\b(?:get|getting|throwing|throws) (?:an|the"
                    + "|this|that) (?:following |same )?error\\b");

    private static final Pattern NOT_THERE = Pattern.compile(
            "\\b(?:is|are|was|were)(?: not|n't) (?:pushed|committed)\\b|\\buncommitted\\b|\\bworking (?:copy|tree)\\b");

    private Refutation() {}

    /// Whether a message refutes a claim about these topics.
    static boolean isIn(String message, Set<Topic> topics) {
        String seen = message.strip();
        String head = seen.substring(0, Math.min(seen.length(), SEEN)).toLowerCase(Locale.ROOT);
        if (head.startsWith("why ") || head.contains("explain why")) {
            return false;
        }
        for (Topic topic : topics) {
            boolean isRefuted = switch (topic) {
                case TESTS ->
                    TESTS_FAIL.matcher(head).find() || ANY_FAILS.matcher(head).find();
                case BUILD ->
                    BUILD_FAILS.matcher(head).find() || ANY_FAILS.matcher(head).find();
                case LINT ->
                    LINT_FAILS.matcher(head).find() || ANY_FAILS.matcher(head).find();
                case FIX, DONE ->
                    PERSISTS.matcher(head).find()
                            || TESTS_FAIL.matcher(head).find()
                            || BUILD_FAILS.matcher(head).find()
                            || LINT_FAILS.matcher(head).find();
                case COMMIT, PUSH -> NOT_THERE.matcher(head).find();
            };
            if (isRefuted) {
                return true;
            }
        }
        return false;
    }
}
