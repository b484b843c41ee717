package dev.fairlead.core.shell;

/// The place of reading in one text, and what bounds the reading.
final class Cursor {

    private final String text;
    private final int length;
    private int at;
    private int depth;
    private int nodes;
    private int lineEnd = -1;
    private int afterDocuments;

    /// @param depth of the text that this one stands in
    Cursor(String text, int depth) {
        this.text = text;
        this.length = text.length();
        this.depth = depth;
    }

    int at() {
        return at;
    }

    int depth() {
        return depth;
    }

    boolean isAtEnd() {
        return at >= length;
    }

    /// The character at the place, or NUL behind the end.
    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < length ? text.charAt(at + ahead) : '\0';
    }

    boolean looksAt(String expected) {
        return text.startsWith(expected, at);
    }

    char take() {
        if (at >= length) {
            throw new Unreadable("ends too early");
        }
        return text.charAt(at++);
    }

    boolean took(String expected) {
        if (!looksAt(expected)) {
            return false;
        }
        at += expected.length();
        return true;
    }

    void skip(int count) {
        at += count;
    }

    void moveTo(int place) {
        at = place;
    }

    String slice(int from, int to) {
        return text.substring(from, to);
    }

    int find(char wanted, int from) {
        return text.indexOf(wanted, from);
    }

    int length() {
        return length;
    }

    char charAt(int place) {
        return text.charAt(place);
    }

    void enter() {
        if (++depth > Script.DEEPEST) {
            throw new Unreadable("nested deeper than %d levels".formatted(Script.DEEPEST));
        }
    }

    void leave() {
        depth--;
    }

    void count() {
        if (++nodes > Script.MOST_NODES) {
            throw new Unreadable("more than %,d commands and words".formatted(Script.MOST_NODES));
        }
    }

    /// Passes over a line feed, and over the here-documents that stand behind it.
    void newline() {
        at = at == lineEnd ? afterDocuments : at + 1;
    }

    /// Where the next here-document of the current line begins: behind the line's end, or behind the one before.
    int documentStart() {
        if (lineEnd < at) {
            lineEnd = endOfLine();
            afterDocuments = Math.min(length, lineEnd + 1);
        }
        return afterDocuments;
    }

    void documentEnds(int place) {
        afterDocuments = Math.min(length, place);
    }

    /// The end of the line as a shell counts it: line feeds within quotes do not end one.
    private int endOfLine() {
        int i = at;
        while (i < length) {
            char c = text.charAt(i);
            if (c == '\n') {
                return i;
            }
            if (c == '\\') {
                i++;
            } else if (c == '\'' || c == '"') {
                i = closingQuote(i);
            }
            i++;
        }
        return length;
    }

    private int closingQuote(int from) {
        char quote = text.charAt(from);
        int i = from + 1;
        while (i < length && text.charAt(i) != quote) {
            i += quote == '"' && text.charAt(i) == '\\' ? 2 : 1;
        }
        return i < length ? i : from;
    }

    /// Passes over blanks and joined lines.
    void blanks() {
        while (at < length) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t' || c == '\r' && peek(1) == '\n') {
                at++;
            } else if (c == '\\' && peek(1) == '\n') {
                at += 2;
            } else {
                return;
            }
        }
    }

    /// Passes over blanks and a comment behind them.
    void blanksAndComment() {
        blanks();
        if (peek() == '#' && at < length) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? length : end;
        }
    }

    /// Passes over everything that may stand between two commands without ending one.
    void gap() {
        blanksAndComment();
        while (peek() == '\n' && at < length) {
            newline();
            blanksAndComment();
        }
    }
}
