package dev.fairlead.core.shell;

import dev.fairlead.core.shell.WordReader.Pieces;
import java.util.List;
import java.util.Optional;

/// Reads what begins with a dollar sign or a backquote.
final class Expansions {

    private static final String SPECIAL = "@*#?-$!0123456789";
    private static final Word NOTHING = new Word(List.of(), 0, 0);

    private final Cursor cursor;
    private final CommandReader commands;
    private final WordReader words;

    Expansions(Cursor cursor, CommandReader commands, WordReader words) {
        this.cursor = cursor;
        this.commands = commands;
        this.words = words;
    }

    void read(Pieces pieces, boolean isQuoted) {
        if (cursor.peek() == '`') {
            backquotes(pieces, isQuoted);
        } else if (cursor.looksAt("$((") && arithmetic(pieces, isQuoted)) {
            return;
        } else if (cursor.took("$(")) {
            pieces.add(new Part.Substitution(scriptUntilBracket(), isQuoted));
        } else if (cursor.looksAt("${")) {
            braces(pieces, isQuoted);
        } else if (cursor.looksAt("$'") && !isQuoted) {
            cursor.skip(2);
            pieces.quotes();
            pieces.add(AnsiQuotes.read(cursor), true);
        } else if (cursor.looksAt("$\"") && !isQuoted) {
            cursor.skip(1);
            words.doubled(pieces);
        } else {
            plain(pieces, isQuoted);
        }
    }

    private void plain(Pieces pieces, boolean isQuoted) {
        cursor.skip(1);
        char c = cursor.peek();
        if (isNameStart(c)) {
            pieces.add(variable(name(), "", NOTHING, isQuoted));
        } else if (SPECIAL.indexOf(c) >= 0 && !cursor.isAtEnd()) {
            cursor.skip(1);
            pieces.add(variable(String.valueOf(c), "", NOTHING, isQuoted));
        } else {
            pieces.add('$', isQuoted);
        }
    }

    private static Part variable(String name, String operator, Word operand, boolean isQuoted) {
        return new Part.Variable(name, Optional.empty(), operator, operand, isQuoted);
    }

    /// The commands up to the closing bracket, which is passed over.
    Script scriptUntilBracket() {
        cursor.enter();
        Script script = commands.script();
        if (!cursor.took(")")) {
            throw new Unreadable("a bracket is never closed");
        }
        cursor.leave();
        return script;
    }

    /// Within backquotes a backslash takes the meaning from what follows, once; so they are read as a text by itself.
    private void backquotes(Pieces pieces, boolean isQuoted) {
        cursor.enter();
        cursor.skip(1);
        StringBuilder inner = new StringBuilder();
        while (cursor.peek() != '`') {
            char c = cursor.take();
            if (c == '\\' && ("`\\$".indexOf(cursor.peek()) >= 0 || isQuoted && cursor.peek() == '"')) {
                c = cursor.take();
            }
            inner.append(c);
        }
        cursor.skip(1);
        Cursor within = new Cursor(inner.toString(), cursor.depth());
        pieces.add(new Part.Substitution(new CommandReader(within).whole(), isQuoted));
        cursor.leave();
    }

    /// Reads `$((…))`; leaves everything as it is where the brackets are those of a subshell.
    private boolean arithmetic(Pieces pieces, boolean isQuoted) {
        Optional<List<Part>> parts = calculation(3);
        parts.ifPresent(expression -> pieces.add(new Part.Arithmetic(expression, isQuoted)));
        return parts.isPresent();
    }

    /// What stands between two pairs of brackets, which are passed over; empty where they do not close together.
    ///
    /// @param opening how long what opens them is
    Optional<List<Part>> calculation(int opening) {
        int end = closingPair(cursor.at() + opening);
        if (end < 0) {
            return Optional.empty();
        }
        cursor.enter();
        cursor.skip(opening);
        Pieces inner = new Pieces();
        while (cursor.at() < end) {
            words.quotedPiece(inner, "$`\"\\");
        }
        cursor.leave();
        if (cursor.at() != end) {
            throw new Unreadable("a calculation that ends within an expansion");
        }
        cursor.skip(2);
        return Optional.of(inner.done());
    }

    private int closingPair(int from) {
        int open = 0;
        for (int i = from; i < cursor.length(); i++) {
            char c = cursor.charAt(i);
            if (c == '(') {
                open++;
            } else if (c == ')' && open > 0) {
                open--;
            } else if (c == ')') {
                return i + 1 < cursor.length() && cursor.charAt(i + 1) == ')' ? i : -1;
            } else if (c == ';' || c == '#' && open == 0 && cursor.charAt(i - 1) == ' ') {
                return -1;
            }
        }
        return -1;
    }

    private void braces(Pieces pieces, boolean isQuoted) {
        cursor.enter();
        cursor.skip(2);
        char c = cursor.peek();
        if (c == ' ' || c == '\n' || c == '|') {
            throw new Unreadable("commands in `${ …; }`");
        }
        String before = prefix();
        String name = isNameStart(cursor.peek()) ? name() : String.valueOf(cursor.take());
        Optional<String> index = cursor.peek() == '[' ? Optional.of(index()) : Optional.empty();
        String operator = before + operator();
        Word operand = operand(isQuoted);
        if (!cursor.took("}")) {
            throw new Unreadable("a brace is never closed");
        }
        cursor.leave();
        pieces.add(new Part.Variable(name, index, operator, operand, isQuoted));
    }

    /// `#` for the length and `!` for the variable that is named by the value, where a name follows.
    private String prefix() {
        char c = cursor.peek();
        char next = cursor.peek(1);
        if ((c == '#' || c == '!') && (isNameStart(next) || next == '@' || next == '*' || Character.isDigit(next))) {
            cursor.skip(1);
            return String.valueOf(c);
        }
        return "";
    }

    private String index() {
        int open = 0;
        int start = cursor.at() + 1;
        do {
            char c = cursor.take();
            open += c == '[' ? 1 : c == ']' ? -1 : 0;
        } while (open > 0);
        return cursor.slice(start, cursor.at() - 1);
    }

    private String operator() {
        int start = cursor.at();
        char c = cursor.peek();
        if (c == ':' && "-=?+".indexOf(cursor.peek(1)) >= 0 && cursor.peek(1) != '\0') {
            cursor.skip(2);
        } else if ("-=?+:@".indexOf(c) >= 0 && c != '\0') {
            cursor.skip(1);
        } else if ("#%/^,".indexOf(c) >= 0 && c != '\0') {
            cursor.skip(cursor.peek(1) == c ? 2 : 1);
        }
        return cursor.slice(start, cursor.at());
    }

    private Word operand(boolean isQuoted) {
        if (!isQuoted) {
            return words.word("}");
        }
        int start = cursor.at();
        Pieces pieces = new Pieces();
        while (cursor.peek() != '}') {
            if (cursor.isAtEnd()) {
                throw new Unreadable("a brace is never closed");
            }
            if (cursor.peek() == '"') {
                words.doubled(pieces);
            } else {
                words.quotedPiece(pieces, "$`\"\\}");
            }
        }
        return new Word(pieces.done(), start, cursor.at());
    }

    String name() {
        int start = cursor.at();
        while (isNamePart(cursor.peek())) {
            cursor.skip(1);
        }
        return cursor.slice(start, cursor.at());
    }

    static boolean isNameStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    static boolean isNamePart(char c) {
        return isNameStart(c) || c >= '0' && c <= '9';
    }
}
