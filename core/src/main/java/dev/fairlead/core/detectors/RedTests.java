package dev.fairlead.core.detectors;

import dev.fairlead.core.detect.Evidence;
import dev.fairlead.core.session.Digest;
import dev.fairlead.core.session.Marks;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which tests are known to fail: their files and their names, by digest, from the output of runs and from what the
/// person says.
///
/// @param files the names of test files, without their folders
/// @param names the names of tests, or their titles
/// @param last where the failure was told last; empty while nothing fails
record RedTests(Marks files, Marks names, Optional<Evidence> last) {

    /// Nothing fails.
    static final RedTests NONE = new RedTests(Marks.ofLast(24), Marks.ofLast(48), Optional.empty());

    /// The most that is read of one output, in characters.
    private static final int LIMIT = 60_000;

    /// The most that is read of one line, in characters.
    private static final int LONGEST_LINE = 400;

    private static final int SHORTEST_NAME = 6;
    private static final Pattern BETWEEN_PATHS = Pattern.compile("[\\s:()\\[\\]]+");
    private static final Pattern BETWEEN_NAMES = Pattern.compile("[^A-Za-z0-9_]+");

    /// Whether anything fails.
    boolean any() {
        return last.isPresent();
    }

    /// Whether a test of this file fails.
    boolean inFile(String name) {
        return files.has(Digest.of(name));
    }

    /// Whether this test fails.
    boolean named(String test) {
        return names.has(Digest.of(test));
    }

    /// With what an output or a person says of failures; itself where nothing is said.
    RedTests after(String text, Evidence evidence) {
        Marks nextFiles = files;
        Marks nextNames = names;
        int at = 0;
        int limit = Math.min(text.length(), LIMIT);
        boolean mayFail = tellsFailure(text);
        while (at < limit) {
            int newline = text.indexOf('\n', at);
            int end = newline < 0 || newline > limit ? limit : newline;
            String file = Complaints.fileIn(text, at, Math.min(end, at + LONGEST_LINE));
            if (!file.isEmpty() && isTestFile(file)) {
                nextFiles = nextFiles.with(Digest.of(file));
            }
            String line = mayFail ? text.substring(at, Math.min(end, at + LONGEST_LINE)) : "";
            if (tellsFailure(line)) {
                nextFiles = withFiles(line, nextFiles);
                nextNames = withNames(line, nextNames);
            }
            at = end + 1;
        }
        boolean isSame = nextFiles.equals(files) && nextNames.equals(names);
        return isSame ? this : new RedTests(nextFiles, nextNames, Optional.of(evidence));
    }

    /// Whether a line says that a test failed, in the words of the common runners or of a person.
    static boolean tellsFailure(String line) {
        return line.contains("FAIL")
                || line.contains("fail")
                || line.contains("✕")
                || line.contains("✗")
                || line.contains("not ok")
                || line.contains("●")
                || line.contains("broke");
    }

    /// Whether a file holds tests, by its name and its folders.
    static boolean isTestFile(String path) {
        String name = Rewritten.nameOf(path);
        String lower = name.toLowerCase(Locale.ROOT);
        int dot = name.indexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return dot > 0
                && (lower.startsWith("test_")
                        || lower.contains("_test.")
                        || lower.contains(".test.")
                        || lower.contains(".spec.")
                        || lower.contains("_spec.")
                        || stem.endsWith("Test")
                        || stem.endsWith("Tests")
                        || stem.endsWith("TestCase")
                        || path.contains("/__tests__/"));
    }

    private static Marks withFiles(String line, Marks before) {
        Marks files = before;
        for (String word : BETWEEN_PATHS.split(line, 80)) {
            if (isTestFile(word)) {
                files = files.with(Digest.of(Rewritten.nameOf(word)));
            }
        }
        return files;
    }

    /// Adds names that say themselves that they are tests, and the titles that runners mark as failed.
    private static Marks withNames(String line, Marks before) {
        Marks names = before;
        for (String word : BETWEEN_NAMES.split(line, 120)) {
            if (word.length() >= SHORTEST_NAME && (word.contains("test") || word.contains("Test"))) {
                names = names.with(Digest.of(word));
            }
        }
        String title = title(line);
        return title.length() < SHORTEST_NAME ? names : names.with(Digest.of(title));
    }

    /// What stands behind the runner's mark of failure, without its suites and its duration.
    private static String title(String line) {
        int mark = Math.max(line.indexOf('✕'), Math.max(line.indexOf('✗'), line.indexOf('●')));
        if (mark < 0) {
            return "";
        }
        int suite = Math.max(mark, Math.max(line.lastIndexOf('›'), line.lastIndexOf('>')));
        int duration = line.endsWith("ms)") ? line.lastIndexOf('(') : line.length();
        return line.substring(suite + 1, Math.max(suite + 1, duration)).strip();
    }
}
