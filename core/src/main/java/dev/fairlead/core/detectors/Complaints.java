package dev.fairlead.core.detectors;

import dev.fairlead.core.detect.Evidence;
import dev.fairlead.core.session.Digest;
import dev.fairlead.core.session.Marks;
import java.util.Optional;

/// What checkers complained of: the files and the rules that their output names, by digest.
///
/// A line complains of a file where it says a name with an ending, then a line number: `main.go:12`, `main.ts(12,5)`.
/// A rule is what stands in brackets at the end of a line, a code such as `E501` or `TS2345`, or the last word of a
/// line that begins with a line and a column.
///
/// @param files the names of files, without their folders
/// @param rules the names of rules
/// @param last the output that complained last
record Complaints(Marks files, Marks rules, Optional<Evidence> last) {

    /// No complaint yet.
    static final Complaints NONE = new Complaints(Marks.ofLast(32), Marks.ofLast(48), Optional.empty());

    /// The most that is read of one output, in characters.
    private static final int LIMIT = 60_000;

    /// Whether a file was complained of, and this rule was, or no rule in particular is meant.
    boolean name(String file, String rule) {
        return files.has(Digest.of(file)) && (rule.equals(Suppression.EVERY) || rules.has(Digest.of(rule)));
    }

    /// Whether a rule was complained of, in whatever file.
    boolean nameRule(String rule) {
        return rules.has(Digest.of(rule));
    }

    /// With the complaints of one more output; itself where it complains of nothing.
    Complaints after(String output, Evidence evidence) {
        Marks nextFiles = files;
        Marks nextRules = rules;
        boolean complains = false;
        int at = 0;
        int limit = Math.min(output.length(), LIMIT);
        while (at < limit) {
            int newline = output.indexOf('\n', at);
            int end = newline < 0 || newline > limit ? limit : newline;
            String file = fileIn(output, at, end);
            if (!file.isEmpty()) {
                complains = true;
                nextFiles = nextFiles.with(Digest.of(file));
                nextRules = withRules(output, at, end, nextRules);
            } else if (isPlace(output, at, end)) {
                nextRules = nextRules.with(Digest.of(lastWord(output, at, end)));
            } else {
                nextFiles = withHeader(output, at, end, nextFiles);
            }
            at = end + 1;
        }
        return complains || !nextRules.equals(rules)
                ? new Complaints(nextFiles, nextRules, Optional.of(evidence))
                : this;
    }

    /// The name of the file before the first `:12` or `(12` of a line; empty where there is none.
    static String fileIn(String text, int from, int end) {
        for (int i = from + 1; i < end - 1; i++) {
            char c = text.charAt(i);
            if ((c == ':' || c == '(') && isDigit(text.charAt(i + 1))) {
                int start = i;
                while (start > from && isOfFileName(text.charAt(start - 1))) {
                    start--;
                }
                int dot = lastIn(text, '.', start, i);
                if (dot > start && dot < i - 1 && !isDigit(text.charAt(dot + 1))) {
                    return text.substring(start, i);
                }
            }
        }
        return "";
    }

    private static boolean isOfFileName(char c) {
        return c > ' ' && "/\\:()[]\"'`,;|<>*".indexOf(c) < 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// Adds what looks like the name of a rule: what stands in brackets, and codes.
    private static Marks withRules(String text, int from, int end, Marks before) {
        Marks rules = before;
        int start = from;
        for (int i = from; i <= end; i++) {
            boolean inWord = i < end && isOfRule(text.charAt(i));
            if (inWord) {
                continue;
            }
            boolean isBracketed = start > from && i < end && isPair(text.charAt(start - 1), text.charAt(i));
            if (i - start > 1 && (isBracketed || isCode(text, start, i))) {
                rules = rules.with(Digest.of(text.substring(start, i)));
            }
            start = i + 1;
        }
        return rules;
    }

    private static boolean isOfRule(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || isDigit(c)
                || c == '-'
                || c == '_'
                || c == '/'
                || c == '@';
    }

    private static boolean isPair(char open, char close) {
        return open == '(' && close == ')' || open == '[' && close == ']';
    }

    /// Capital letters, then digits, as in `E501`, `SC2086`, `TS2345`.
    private static boolean isCode(String text, int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) >= 'A' && text.charAt(at) <= 'Z') {
            at++;
        }
        int digits = at;
        while (at < end && isDigit(text.charAt(at))) {
            at++;
        }
        return at == end && digits > from && digits - from <= 4 && end - digits >= 2;
    }

    /// Whether a line begins with a line and a column, as ESLint's do below the name of their file.
    private static boolean isPlace(String text, int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) == ' ') {
            at++;
        }
        int digits = at;
        while (at < end && isDigit(text.charAt(at))) {
            at++;
        }
        return at > digits && digits > from && at + 1 < end && text.charAt(at) == ':' && isDigit(text.charAt(at + 1));
    }

    private static String lastWord(String text, int from, int end) {
        int last = end;
        while (last > from && text.charAt(last - 1) <= ' ') {
            last--;
        }
        return text.substring(lastIn(text, ' ', from, last) + 1, last);
    }

    /// Adds the name of a file that has a line of its own.
    private static Marks withHeader(String text, int from, int end, Marks before) {
        int slash = lastIn(text, '/', from, end);
        int dot = lastIn(text, '.', from, end);
        if (slash <= from || dot <= slash + 1 || end - dot > 6 || end - from > 300) {
            return before;
        }
        return lastIn(text, ' ', from, end) < from ? before.with(Digest.of(text.substring(slash + 1, end))) : before;
    }

    /// The last place of a character within a part of a text, or the place before the part.
    private static int lastIn(String text, char wanted, int from, int end) {
        int at = end - 1;
        while (at >= from && text.charAt(at) != wanted) {
            at--;
        }
        return at;
    }
}
