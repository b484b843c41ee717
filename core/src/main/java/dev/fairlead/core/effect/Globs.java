package dev.fairlead.core.effect;

/// Patterns of names, as a shell matches them.
public final class Globs {

    private Globs() {}

    /// Whether a pattern could stand for a text. Takes time in the product of both lengths at most; there is one star
    /// to come back to, never more.
    public static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int from = 0;
        while (t < text.length()) {
            int next = p < pattern.length() ? step(pattern, p, text.charAt(t)) : -1;
            if (next >= 0) {
                p = next;
                t++;
            } else if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                from = t;
            } else if (star >= 0) {
                p = star + 1;
                t = ++from;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /// The same for a path: a star stands for no slash, and not for the point of a hidden name.
    static boolean matchesPath(String pattern, String path) {
        String name = Paths.name(path);
        boolean isHidden = name.startsWith(".") && !Paths.name(pattern).startsWith(".");
        return !isHidden && depth(pattern) == depth(path) && matches(pattern, path);
    }

    private static long depth(String path) {
        return path.chars().filter(c -> c == '/').count();
    }

    /// The place in the pattern behind what matches one character; -1 where it does not.
    private static int step(String pattern, int at, char c) {
        char wanted = pattern.charAt(at);
        if (wanted == '*') {
            return -1;
        }
        if (wanted == '[') {
            int close = pattern.indexOf(']', at + 2);
            if (close > 0) {
                return isInSet(pattern.substring(at + 1, close), c) ? close + 1 : -1;
            }
        }
        return wanted == '?' || wanted == c ? at + 1 : -1;
    }

    private static boolean isInSet(String set, char c) {
        boolean isNegated = set.startsWith("!") || set.startsWith("^");
        boolean isIn = false;
        for (int i = isNegated ? 1 : 0; i < set.length(); i++) {
            if (i + 2 < set.length() && set.charAt(i + 1) == '-') {
                isIn |= set.charAt(i) <= c && c <= set.charAt(i + 2);
                i += 2;
            } else {
                isIn |= set.charAt(i) == c;
            }
        }
        return isIn != isNegated;
    }
}
