package dev.fairlead.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Tells words, strings, numbers and comments of a line of code apart, roughly and for every language alike: enough for
/// an eye that looks for the change.
final class Colours {

    private static final int LONGEST = 400;
    private static final Set<String> KEYWORDS = Set.of(
            "abstract",
            "and",
            "as",
            "assert",
            "async",
            "await",
            "boolean",
            "break",
            "case",
            "catch",
            "class",
            "const",
            "continue",
            "def",
            "default",
            "del",
            "do",
            "elif",
            "else",
            "enum",
            "except",
            "export",
            "extends",
            "false",
            "final",
            "finally",
            "fn",
            "for",
            "from",
            "func",
            "function",
            "go",
            "if",
            "impl",
            "implements",
            "import",
            "in",
            "int",
            "interface",
            "is",
            "lambda",
            "let",
            "long",
            "match",
            "mut",
            "new",
            "nil",
            "none",
            "None",
            "not",
            "null",
            "or",
            "package",
            "pass",
            "private",
            "protected",
            "pub",
            "public",
            "raise",
            "record",
            "return",
            "self",
            "static",
            "struct",
            "super",
            "switch",
            "this",
            "throw",
            "throws",
            "trait",
            "true",
            "True",
            "False",
            "try",
            "type",
            "undefined",
            "use",
            "var",
            "void",
            "while",
            "with",
            "yield",
            "then",
            "fi",
            "done",
            "end",
            "local",
            "echo");

    private Colours() {}

    /// A piece of a line.
    ///
    /// @param kind `k` a keyword, `s` a string, `n` a number, `c` a comment; empty for the rest
    record Piece(String kind, String text) {}

    /// The pieces of a line.
    static List<Piece> of(String line) {
        if (line.length() > LONGEST) {
            return List.of(new Piece("", line));
        }
        List<Piece> pieces = new ArrayList<>();
        int plain = 0;
        int at = 0;
        while (at < line.length()) {
            int end = end(line, at);
            String kind = kind(line, at, end);
            if (!kind.isEmpty()) {
                add(pieces, "", line.substring(plain, at));
                add(pieces, kind, line.substring(at, end));
                plain = end;
            }
            at = end;
        }
        add(pieces, "", line.substring(plain));
        return pieces;
    }

    private static void add(List<Piece> pieces, String kind, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(kind, text));
        }
    }

    /// Where the piece ends that begins at a place.
    private static int end(String line, int at) {
        char c = line.charAt(at);
        if (isComment(line, at)) {
            return line.length();
        }
        if (c == '"' || c == '\'' || c == '`') {
            return closing(line, at, c);
        }
        if (!Character.isLetterOrDigit(c) && c != '_') {
            return at + 1;
        }
        int end = at + 1;
        while (end < line.length() && (Character.isLetterOrDigit(line.charAt(end)) || line.charAt(end) == '_')) {
            end++;
        }
        return end;
    }

    private static boolean isComment(String line, int at) {
        boolean isAlone = at == 0 || Character.isWhitespace(line.charAt(at - 1));
        return isAlone && (line.charAt(at) == '#' || line.startsWith("//", at) || line.startsWith("--", at));
    }

    private static int closing(String line, int start, char quote) {
        for (int at = start + 1; at < line.length(); at++) {
            if (line.charAt(at) == '\\') {
                at++;
            } else if (line.charAt(at) == quote) {
                return at + 1;
            }
        }
        return start + 1;
    }

    private static String kind(String line, int at, int end) {
        char c = line.charAt(at);
        if (isComment(line, at)) {
            return "c";
        }
        if ((c == '"' || c == '\'' || c == '`') && end > at + 1) {
            return "s";
        }
        if (c >= '0' && c <= '9') {
            return "n";
        }
        return KEYWORDS.contains(line.substring(at, end)) ? "k" : "";
    }
}
