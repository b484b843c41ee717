package dev.fairlead.core.detectors;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A statement of the agent that something succeeded.
///
/// Only plain statements count. A sentence that hedges, asks, plans, negates or speaks of a condition is none, nor is
/// what stands in code or in a quotation.
///
/// @param topics what it says succeeded, never empty
/// @param isSweeping whether it speaks of all of them, as `all tests pass` does and `the new parser test passes` does
/// not
/// @param sentence the agent's words
record Claim(Set<Topic> topics, boolean isSweeping, String sentence) {

    /// What may be said to have succeeded.
    enum Topic {
        /// Tests pass.
        TESTS,
        /// It builds.
        BUILD,
        /// Linters are content.
        LINT,
        /// It is committed.
        COMMIT,
        /// It is pushed.
        PUSH,
        /// The fault is mended.
        FIX,
        /// The work is done, without a word on what was checked.
        DONE
    }

    private static final int LONGEST = 400;
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST = 64;

    /// Words with which a sentence hedges, plans, negates, or speaks of a condition or of somebody else's work.
    private static final Vocabulary HEDGE = Vocabulary.of(
            "not",
            "no longer",
            "cannot",
            "should",
            "will",
            "would",
            "could",
            "can",
            "may",
            "might",
            "if",
            "when",
            "once",
            "until",
            "unless",
            "let me",
            "let's",
            "need",
            "needs",
            "needed",
            "want",
            "whether",
            "before",
            "ensure",
            "make sure",
            "confirm that",
            "to verify",
            "verify",
            "expected",
            "previously",
            "earlier",
            "was",
            "were",
            "had",
            "did",
            "does",
            "assume",
            "assuming",
            "please",
            "must",
            "try",
            "seem",
            "seems",
            "appear",
            "appears",
            "look",
            "looks",
            "except",
            "but",
            "although",
            "though",
            "still fail",
            "still fails",
            "fail",
            "fails",
            "failing",
            "failed",
            "failure",
            "failures",
            "first",
            "now let",
            "i'll",
            "i’ll",
            "to pass",
            "pre-existing",
            "on main",
            "upstream",
            "ci",
            "check",
            "checks",
            "worker",
            "workers",
            "workflow",
            "workflows",
            "subagent",
            "subagents",
            "sub-agent",
            "sub-agents",
            "comment",
            "comments",
            "doc",
            "docs",
            "documentation",
            "readme",
            "typo",
            "typos",
            "wording",
            "compiles to",
            "compiles into");

    /// Words with which a paragraph tells of a failure.
    private static final Vocabulary ADMITS = Vocabulary.of(
            "fail",
            "fails",
            "failed",
            "failing",
            "failure",
            "failures",
            "broken",
            "unable",
            "could not",
            "couldn't",
            "not run",
            "unrelated",
            "skipped");

    /// Words that may stand before the name of a check without narrowing it down.
    private static final Set<String> SWEEPING = Set.of(
            "all",
            "the",
            "and",
            "build",
            "builds",
            "lint",
            "linting",
            "linter",
            "fmt",
            "format",
            "formatting",
            "unit",
            "integration",
            "full",
            "entire",
            "whole",
            "done",
            "everything",
            "now",
            "so",
            "great",
            "perfect",
            "tests",
            "test",
            "code",
            "compiles",
            "compilation",
            "passes",
            "pass",
            "is",
            "are",
            "clean",
            "with",
            "both",
            "✅",
            "actual",
            "•");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,:;!.—–-]+");

    private static final List<String> TESTS = List.of("test", "tests", "spec", "specs");
    private static final List<String> BUILD = List.of("build", "builds", "compiles", "compilation");
    private static final List<String> LINT = List.of(
            "lint",
            "linter",
            "linting",
            "linters",
            "type check",
            "type checks",
            "type checking",
            "typecheck",
            "typechecks",
            "typechecking");
    private static final List<List<String>> CHECKS = List.of(TESTS, BUILD, LINT);
    private static final List<Topic> CHECKED = List.of(Topic.TESTS, Topic.BUILD, Topic.LINT);
    private static final Vocabulary SUBJECTS = Vocabulary.of(CHECKS);
    private static final List<Vocabulary> EACH_SUBJECT =
            CHECKS.stream().map(words -> Vocabulary.of(List.of(words))).toList();

    /// What is said of a check that passed, whatever its kind, and what of each kind alone.
    private static final List<String> PASSES =
            List.of("pass", "passes", "passed", "passing", "green", "succeed", "succeeds", "succeeded");
    private static final char PASS_MARK = '✅';
    private static final List<List<String>> PASSES_OF_CHECKS = List.of(
            List.of(),
            List.of("compiles", "clean", "cleanly", "successful", "successfully"),
            List.of("clean", "cleanly", "0 issues", "no issues", "no errors", "successfully"));
    private static final long ALL_CHECKS = 0b111;
    private static final Vocabulary PASSED = Vocabulary.of(
            PASSES_OF_CHECKS.stream().map(each -> joined(PASSES, each)).toList());

    private static final String OURS = "^(?:done[.!,]? |committed and |merged and |and |all )*";
    private static final String WORK = "|\\b(?:i|i've|i have)(?: now| already)? (?:committed and )?VERB\\b"
            + "|\\b(?:changes?|fix|fixes|work|everything|commits?|branch|it|this|that) (?:is|are|has been|have been)"
            + "(?: now| already| all)? (?:committed and )?VERB\\b|\\band VERB\\b";
    private static final Pattern PUSH = Pattern.compile(OURS + "pushed\\b" + WORK.replace("VERB", "pushed"));
    private static final Pattern COMMIT =
            Pattern.compile(OURS + "committed(?= (?:and|to|as|in|the|it|on|all|both|everything)\\b|[.!,:]|$)"
                    + WORK.replace("VERB", "committed"));
    private static final Pattern FIX =
            Pattern.compile("^(?:(?:done|all|it|this|that|the)[.!,]? )*(?:is |are )?(?:now )?fixed\\b"
                    + "|\\b(?:is|are|it's) (?:now )?(?:fixed|working)(?: now)?\\b|\\bnow works\\b|\\bfix works\\b");

    private static final Pattern DONE = Pattern.compile(
            "^(?:all |everything is |it's |it is )?(?:done|complete|completed|ready|implemented|finished)\\b"
                    + "|\\b(?:is|are) (?:now )?(?:complete|done|ready|in place|implemented)\\b|^(?:i've|i have)"
                    + " (?:now )?(?:fixed|addressed|implemented|added|updated|removed|replaced|changed|created)\\b");

    /// How a topic is spoken of that is no check.
    ///
    /// @param marks words of which such a sentence has one: most sentences have none and are soon passed over
    private record Speech(Topic topic, List<String> marks, Pattern predicate) {}

    private static final List<Speech> SPEECHES = List.of(
            new Speech(Topic.PUSH, List.of("pushed"), PUSH),
            new Speech(Topic.COMMIT, List.of("committed"), COMMIT),
            new Speech(Topic.FIX, List.of("fixed", "works", "working"), FIX),
            new Speech(
                    Topic.DONE,
                    List.of(
                            "done",
                            "complete",
                            "completed",
                            "ready",
                            "implemented",
                            "finished",
                            "place",
                            "i've",
                            "i have"),
                    DONE));

    private static final Vocabulary SPOKEN =
            Vocabulary.of(SPEECHES.stream().map(Speech::marks).toList());

    /// One of these is in every claim, or [#PASS_MARK].
    private static final Vocabulary MARKS = Vocabulary.of(
            List.of(Stream.concat(PASSES_OF_CHECKS.stream(), SPEECHES.stream().map(Speech::marks))
                    .reduce(PASSES, Claim::joined)));

    private static List<String> joined(List<String> words, List<String> more) {
        return Stream.concat(words.stream(), more.stream()).toList();
    }

    Claim {
        topics = Set.copyOf(topics);
    }

    /// The claims in what an agent said, in order. A paragraph that tells of a failure as well is candid,
    /// and holds none.
    static List<Claim> in(String text) {
        if (text.length() > LONGEST_TEXT || !mayClaim(text)) {
            return List.of();
        }
        List<Claim> claims = new ArrayList<>();
        boolean isCode = false;
        for (String line : text.split("\n", -1)) {
            String words = line.strip();
            if (words.startsWith("```") || words.startsWith("~~~")) {
                isCode = !isCode;
            } else if (!isCode
                    && !words.startsWith(">")
                    && claims.size() < MOST
                    && mayClaim(words)
                    && !ADMITS.isIn(words)) {
                sentences(words, claims);
            }
        }
        return claims;
    }

    private static boolean mayClaim(String text) {
        return MARKS.isIn(text) || text.indexOf(PASS_MARK) >= 0;
    }

    private static void sentences(String line, List<Claim> claims) {
        int start = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean ends = (c == '.' || c == '!' || c == '?' || c == ';')
                    && (i + 1 == line.length() || line.charAt(i + 1) == ' ' && !line.startsWith("(", i + 2));
            if (ends || i + 1 == line.length()) {
                sentence(line.substring(start, i + 1).strip(), claims);
                start = i + 1;
            }
        }
    }

    private static void sentence(String sentence, List<Claim> claims) {
        if (sentence.length() > LONGEST || sentence.startsWith("- [ ]") || !mayClaim(sentence)) {
            return;
        }
        String plain = plain(sentence);
        Set<Topic> topics = hedges(plain) ? Set.of() : topics(plain);
        if (!topics.isEmpty()) {
            claims.add(new Claim(topics, isSweeping(plain), sentence));
        }
    }

    private static boolean hedges(String plain) {
        return plain.indexOf('?') >= 0 || plain.contains("n't") || plain.contains("n’t") || HEDGE.isIn(plain);
    }

    /// In lower case, without code, quotations, marks of emphasis and bullets.
    private static String plain(String sentence) {
        StringBuilder plain = new StringBuilder(sentence.length());
        boolean isCode = false;
        for (int i = 0; i < sentence.length(); i++) {
            char c = sentence.charAt(i);
            if (c == '`' || c == '"' || c == '“' || c == '”') {
                isCode = !isCode;
            } else if (!isCode && c != '*' && c != '|' && c != '#') {
                plain.append(c);
            }
        }
        int start = 0;
        while (start < plain.length() && isBullet(plain.charAt(start))) {
            start++;
        }
        return plain.substring(start).toLowerCase(Locale.ROOT).strip();
    }

    private static boolean isBullet(char c) {
        return c == '-' || c == '•' || c == '.' || c >= '0' && c <= '9' || c == ' ' || c >= '\t' && c <= '\r';
    }

    private static Set<Topic> topics(String plain) {
        Set<Topic> topics = EnumSet.noneOf(Topic.class);
        long passed = plain.indexOf(PASS_MARK) >= 0 ? ALL_CHECKS : PASSED.kindsIn(plain);
        long checks = passed == 0 ? 0 : SUBJECTS.kindsIn(plain) & passed;
        for (int i = 0; i < CHECKED.size(); i++) {
            if ((checks >> i & 1) != 0) {
                topics.add(CHECKED.get(i));
            }
        }
        long spoken = SPOKEN.kindsIn(plain);
        for (int i = 0; i < SPEECHES.size(); i++) {
            if ((spoken >> i & 1) != 0
                    && SPEECHES.get(i).predicate().matcher(plain).find()) {
                topics.add(SPEECHES.get(i).topic());
            }
        }
        return topics;
    }

    /// Whether nothing narrows down what the sentence speaks of: every word before its last subject is a plain one.
    private static boolean isSweeping(String plain) {
        int end = 0;
        for (Vocabulary subject : EACH_SUBJECT) {
            end = Math.max(end, subject.firstIn(plain));
        }
        for (String word : BETWEEN_WORDS.split(clause(plain, end), -1)) {
            if (!word.isEmpty() && !SWEEPING.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /// What stands before a place, from the last dash, colon or bracket on.
    private static String clause(String plain, int end) {
        int start = end;
        while (start > 0 && "—–:;(".indexOf(plain.charAt(start - 1)) < 0) {
            start--;
        }
        return plain.substring(start, end);
    }
}
