package dev.fairlead.wire.git;

import dev.fairlead.core.effect.Globs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The lines of one file that names what git leaves alone, such as `.gitignore`.
record IgnoredNames(List<Line> lines) {

    private static final int MOST = 10_000;
    private static final String ANY_FOLDERS = "**";

    /// @param names the names of the path from the file's folder on; a single one stands for a name in any folder below
    /// @param isAnchored whether it counts from the file's folder on
    record Line(List<String> names, boolean isAnchored, boolean isFolder, boolean isTakenBack) {

        boolean matches(List<String> path, boolean isOfFolder) {
            if (isFolder && !isOfFolder) {
                return false;
            }
            return isAnchored ? matches(names, path) : Globs.matches(names.getFirst(), path.getLast());
        }

        /// There is one pair of stars to come back to, never more, so that the time is bounded by both lengths.
        private static boolean matches(List<String> pattern, List<String> path) {
            int p = 0;
            int t = 0;
            int stars = -1;
            int from = 0;
            while (t < path.size()) {
                boolean isAny = p < pattern.size() && pattern.get(p).equals(ANY_FOLDERS);
                if (isAny) {
                    stars = p++;
                    from = t;
                } else if (p < pattern.size() && Globs.matches(pattern.get(p), path.get(t))) {
                    p++;
                    t++;
                } else if (stars >= 0) {
                    p = stars + 1;
                    t = ++from;
                } else {
                    return false;
                }
            }
            return p == pattern.size();
        }
    }

    static IgnoredNames of(String text) {
        List<Line> lines = new ArrayList<>();
        text.lines().limit(MOST).forEach(line -> line(line).ifPresent(lines::add));
        return new IgnoredNames(lines.reversed());
    }

    private static Optional<Line> line(String written) {
        String text = written.stripTrailing();
        if (text.isEmpty() || text.startsWith("#")) {
            return Optional.empty();
        }
        boolean isTakenBack = text.startsWith("!");
        text = text.substring(isTakenBack || text.startsWith("\\") ? 1 : 0);
        boolean isFolder = text.endsWith("/");
        text = isFolder ? text.substring(0, text.length() - 1) : text;
        boolean isAnchored = text.indexOf('/') >= 0;
        text = text.startsWith("/") ? text.substring(1) : text;
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Line(List.of(text.split("/", -1)), isAnchored, isFolder, isTakenBack));
    }

    /// Whether a path is left alone; empty where no line speaks of it.
    ///
    /// @param path its names from the file's folder on
    Optional<Boolean> decide(List<String> path, boolean isFolder) {
        for (Line line : lines) {
            if (line.matches(path, isFolder)) {
                return Optional.of(!line.isTakenBack());
            }
        }
        return Optional.empty();
    }
}
