package dev.fairlead.core.decide;

/// Patterns of names and paths in policies: `*` stands for anything but a slash, `**` for anything, `?` for one
/// character that is no slash.
final class Glob {

    private Glob() {}

    /// Whether a pattern stands for a text. Takes time in the product of both lengths.
    ///
    /// One row for each character of the pattern says which beginnings of the text it could have taken so far, so
    /// that no pattern can make it go back and forth.
    static boolean matches(String pattern, String text) {
        boolean[] row = new boolean[text.length() + 1];
        row[0] = true;
        for (int at = 0; at < pattern.length(); at++) {
            char c = pattern.charAt(at);
            boolean isAny = c == '*' && at + 1 < pattern.length() && pattern.charAt(at + 1) == '*';
            at += isAny ? 1 : 0;
            boolean[] next = new boolean[row.length];
            for (int i = 0; i < row.length; i++) {
                boolean isStar = c == '*';
                boolean takesNothing = isStar && row[i];
                boolean takesOne = i > 0 && (isStar ? next[i - 1] : row[i - 1]) && takes(c, isAny, text.charAt(i - 1));
                next[i] = takesNothing || takesOne;
            }
            row = next;
        }
        return row[text.length()];
    }

    private static boolean takes(char wanted, boolean isAny, char c) {
        return switch (wanted) {
            case '*' -> isAny || c != '/';
            case '?' -> c != '/';
            default -> wanted == c;
        };
    }

    /// A pattern of paths from the root on. One without a leading slash is relative to the workspace, one that begins
    /// with `~/` to the home.
    static String absolute(String pattern, String root, String home) {
        String whole = pattern.startsWith("/") || pattern.startsWith("**")
                ? pattern
                : pattern.startsWith("~") ? home + pattern.substring(1) : root + "/" + pattern;
        return whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole;
    }

    /// Whether a pattern from the root on stands for a path or for a folder that it lies in.
    static boolean matchesPath(String pattern, String path) {
        return matches(pattern, path) || matches(pattern + "/**", path);
    }

    /// The folders before the first star of a pattern.
    static String fixed(String pattern) {
        int star = pattern.indexOf('*');
        return star < 0 ? pattern : pattern.substring(0, Math.max(1, pattern.lastIndexOf('/', star)));
    }

    /// Whether a path is one that a shell would still expand.
    static boolean isPattern(String path) {
        return path.indexOf('*') >= 0 || path.indexOf('?') >= 0 || path.indexOf('[') >= 0;
    }

    /// The same for a command line: `*` stands for anything.
    static boolean matchesCommand(String pattern, String line) {
        return matches(pattern.replace("*", "**"), line);
    }
}
