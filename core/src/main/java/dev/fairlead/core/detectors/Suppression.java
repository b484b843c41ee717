package dev.fairlead.core.detectors;

import dev.fairlead.core.session.Digest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A comment or annotation that tells a checker to be silent about one place.
///
/// @param rule the rule to be silent about; [#EVERY] where none is named
/// @param reason the digest of what is said to explain it, names left out; 0 where too little is said
record Suppression(String rule, long reason) {

    /// Stands for every rule.
    static final String EVERY = "*";

    /// The most that are told apart in one text.
    private static final int MOST = 64;

    /// How much of a line is looked at behind a marker, in characters.
    private static final int LONGEST = 300;

    private static final String BLANK = " ";
    private static final String NOTHING = "";

    /// How a checker is silenced.
    ///
    /// @param text what the comment begins with
    /// @param before what stands before the names of rules: a sign, [#BLANK], or [#NOTHING] where none are named
    /// @param endings of the files that the checker reads
    private record Marker(String text, String before, List<String> endings) {}

    private static final List<String> PROSE = List.of("md", "mdx", "txt", "rst", "adoc", "log");
    private static final List<String> GO = List.of("go");
    private static final List<String> PYTHON = List.of("py", "pyi");
    private static final List<String> SCRIPT = List.of("js", "jsx", "mjs", "cjs", "ts", "tsx", "mts", "cts");

    /// By the manuals of golangci-lint, flake8 and ruff, mypy, pylint, ESLint, TypeScript, Biome, ShellCheck,
    /// RuboCop, gosec and bandit, javac, and rustc.
    private static final List<Marker> MARKERS = List.of(
            new Marker("nolint", ":", GO),
            new Marker("noqa", ":", PYTHON),
            new Marker("type: ignore", "[", PYTHON),
            new Marker("pyright: ignore", "[", PYTHON),
            new Marker("pylint: disable", "=", PYTHON),
            new Marker("eslint-disable", BLANK, SCRIPT),
            new Marker("@ts-ignore", NOTHING, SCRIPT),
            new Marker("@ts-expect-error", NOTHING, SCRIPT),
            new Marker("@ts-nocheck", NOTHING, SCRIPT),
            new Marker("biome-ignore", BLANK, SCRIPT),
            new Marker("shellcheck disable", "=", List.of("sh", "bash")),
            new Marker("rubocop:disable", BLANK, List.of("rb")),
            new Marker("nosec", NOTHING, List.of("go", "py", "pyi")),
            new Marker("@SuppressWarnings", "(", List.of("java", "kt")),
            new Marker("#[allow", "(", List.of("rs")));

    private static final Map<String, List<Marker>> BY_ENDING = byEnding();

    private static Map<String, List<Marker>> byEnding() {
        Map<String, List<Marker>> byEnding = new HashMap<>();
        for (Marker marker : MARKERS) {
            for (String ending : marker.endings()) {
                byEnding.computeIfAbsent(ending, _ -> new ArrayList<>()).add(marker);
            }
        }
        PROSE.forEach(ending -> byEnding.put(ending, List.of()));
        return Map.copyOf(byEnding);
    }

    /// The suppressions in a text that may be of any language, in the order of the markers.
    static List<Suppression> in(String text) {
        return in(text, MARKERS);
    }

    /// The suppressions in a text of a file, in the order of the markers: where its name tells the language, of that
    /// language's checkers, and in prose none.
    static List<Suppression> in(String text, String path) {
        return in(text, BY_ENDING.getOrDefault(path.substring(path.lastIndexOf('.') + 1), MARKERS));
    }

    private static List<Suppression> in(String text, List<Marker> markers) {
        List<Suppression> found = new ArrayList<>(0);
        for (Marker marker : markers) {
            int at = text.indexOf(marker.text());
            while (at >= 0 && found.size() < MOST) {
                int end = lineEnd(text, at);
                read(text.substring(at + marker.text().length(), end), marker.before(), found);
                at = text.indexOf(marker.text(), end);
            }
        }
        return found;
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return Math.min(end < 0 ? text.length() : end, from + LONGEST);
    }

    /// Reads the rules and the reason from what stands behind a marker.
    private static void read(String rest, String before, List<Suppression> found) {
        List<String> rules = new ArrayList<>();
        int at = 0;
        if (before.equals(BLANK)) {
            at = readRules(rest, rest.startsWith("-next-line") ? 10 : rest.startsWith("-line") ? 5 : 0, rules);
        } else if (!before.equals(NOTHING)) {
            int opened = skip(rest, 0, " ");
            at = rest.startsWith(before, opened) ? readRules(rest, opened + before.length(), rules) : 0;
        }
        long reason = reason(rest.substring(at));
        for (String rule : rules.isEmpty() ? List.of(EVERY) : rules) {
            found.add(new Suppression(rule, reason));
        }
    }

    /// Reads names that stand behind each other, parted by commas.
    ///
    /// @return where the names end
    private static int readRules(String text, int from, List<String> rules) {
        int at = from;
        while (at < text.length()) {
            at = skip(text, at, " \"'{");
            int end = at;
            while (end < text.length() && isOfName(text.charAt(end))) {
                end++;
            }
            String name = text.substring(at, end > at && text.charAt(end - 1) == ':' ? end - 1 : end);
            if (name.isEmpty() || name.startsWith("-")) {
                return at;
            }
            rules.add(name);
            at = skip(text, end, " \"'}");
            if (at >= text.length() || text.charAt(at) != ',') {
                return at;
            }
            at++;
        }
        return at;
    }

    private static int skip(String text, int from, String characters) {
        int at = from;
        while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static boolean isOfName(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-_/@:.".indexOf(c) >= 0;
    }

    /// The reason's plain words, so that reasons that differ only in the name of what they are about are the same:
    /// those of
    /// two letters or more in lower case alone.
    private static long reason(String text) {
        long digest = 0;
        int words = 0;
        int at = 0;
        while (at < text.length()) {
            int end = at;
            boolean isPlain = true;
            while (end < text.length() && isLetter(text.charAt(end))) {
                isPlain &= text.charAt(end) >= 'a';
                end++;
            }
            if (isPlain && end - at > 1) {
                digest = Digest.join(digest, Digest.of(text.substring(at, end)));
                words++;
            }
            at = end + 1;
        }
        return words < 3 ? 0 : digest;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
