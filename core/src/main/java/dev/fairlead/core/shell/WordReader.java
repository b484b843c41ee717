package dev.fairlead.core.shell;

import java.util.ArrayList;
import java.util.List;

/// Reads words: quotes, escapes and what a shell would expand in them.
final class WordReader {

    private static final String ENDS = " \t\n;&|<>()";
    private static final String PATTERN_OPENERS = "?*+@!";

    private final Cursor cursor;
    private final Expansions expansions;

    WordReader(Cursor cursor, CommandReader commands) {
        this.cursor = cursor;
        this.expansions = new Expansions(cursor, commands, this);
    }

    /// The pieces of one word as they are put together.
    static final class Pieces {
        private final List<Part> parts = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private final boolean[] quoted = {false};

        void add(char c, boolean isQuoted) {
            turn(isQuoted);
            text.append(c);
        }

        void add(String more, boolean isQuoted) {
            turn(isQuoted);
            text.append(more);
        }

        void add(Part part) {
            flush();
            parts.add(part);
        }

        /// An empty pair of quotes is a word all the same.
        void quotes() {
            if (text.isEmpty()) {
                parts.add(new Part.Literal("", true));
            }
        }

        List<Part> done() {
            flush();
            return parts;
        }

        private void turn(boolean isQuoted) {
            if (quoted[0] != isQuoted) {
                flush();
                quoted[0] = isQuoted;
            }
        }

        private void flush() {
            if (!text.isEmpty()) {
                parts.add(new Part.Literal(text.toString(), quoted[0]));
                text.setLength(0);
            }
        }
    }

    /// A word, up to the blank or operator that ends it; empty where one stands at once.
    Word word() {
        return word(ENDS);
    }

    /// A word that these characters end where they are not quoted.
    Word word(String ends) {
        cursor.count();
        int start = cursor.at();
        Pieces pieces = new Pieces();
        while (!cursor.isAtEnd()) {
            char c = cursor.peek();
            if (ends.indexOf(c) >= 0 && !takePipe(c, pieces)) {
                break;
            }
            if (ends.indexOf(c) < 0) {
                piece(c, pieces);
            }
        }
        return new Word(pieces.done(), start, cursor.at());
    }

    private boolean takePipe(char c, Pieces pieces) {
        if ((c != '<' && c != '>') || cursor.peek(1) != '(') {
            return false;
        }
        cursor.skip(2);
        pieces.add(new Part.Pipe(expansions.scriptUntilBracket(), c == '<'));
        return true;
    }

    private void piece(char c, Pieces pieces) {
        switch (c) {
            case '\\' -> escape(pieces);
            case '\'' -> single(pieces);
            case '"' -> doubled(pieces);
            case '`', '$' -> expansions.read(pieces, false);
            default -> {
                cursor.skip(1);
                pieces.add(c, false);
                if (PATTERN_OPENERS.indexOf(c) >= 0 && cursor.peek() == '(') {
                    pattern(pieces);
                }
            }
        }
    }

    /// The brackets of a pattern such as `@(a|b)`; they are kept as they are written.
    private void pattern(Pieces pieces) {
        cursor.enter();
        pieces.add(cursor.take(), false);
        while (cursor.peek() != ')') {
            char c = cursor.isAtEnd() ? cursor.take() : cursor.peek();
            if (ENDS.indexOf(c) >= 0) {
                pieces.add(cursor.take(), false);
            } else {
                piece(c, pieces);
            }
        }
        pieces.add(cursor.take(), false);
        cursor.leave();
    }

    private void escape(Pieces pieces) {
        cursor.skip(1);
        if (cursor.peek() == '\n') {
            cursor.skip(1);
        } else if (cursor.isAtEnd()) {
            pieces.add('\\', true);
        } else {
            pieces.add(cursor.take(), true);
        }
    }

    void single(Pieces pieces) {
        int end = cursor.find('\'', cursor.at() + 1);
        if (end < 0) {
            throw new Unreadable("a single quote is never closed");
        }
        String text = cursor.slice(cursor.at() + 1, end);
        if (text.isEmpty()) {
            pieces.quotes();
        }
        pieces.add(text, true);
        cursor.moveTo(end + 1);
    }

    void doubled(Pieces pieces) {
        cursor.enter();
        cursor.skip(1);
        boolean isEmpty = cursor.peek() == '"';
        while (cursor.peek() != '"') {
            if (cursor.isAtEnd()) {
                throw new Unreadable("a double quote is never closed");
            }
            quotedPiece(pieces, "$`\"\\");
        }
        cursor.skip(1);
        if (isEmpty) {
            pieces.quotes();
        }
        cursor.leave();
    }

    /// One character or expansion within double quotes.
    ///
    /// @param escapable what a backslash takes its meaning from
    void quotedPiece(Pieces pieces, String escapable) {
        char c = cursor.peek();
        if (c == '\\') {
            quotedEscape(pieces, escapable);
        } else if (c == '$' || c == '`') {
            expansions.read(pieces, true);
        } else {
            pieces.add(cursor.take(), true);
        }
    }

    private void quotedEscape(Pieces pieces, String escapable) {
        char next = cursor.peek(1);
        if (next == '\n') {
            cursor.skip(2);
        } else if (escapable.indexOf(next) >= 0 && next != '\0') {
            cursor.skip(1);
            pieces.add(cursor.take(), true);
        } else {
            pieces.add(cursor.take(), true);
        }
    }

    /// The text of a here-document, read as if it stood in double quotes.
    Word document(int end) {
        int start = cursor.at();
        Pieces pieces = new Pieces();
        while (cursor.at() < end) {
            quotedPiece(pieces, "$`\\");
        }
        return new Word(pieces.done(), start, cursor.at());
    }
}
