package dev.fairlead.core.shell;

import dev.fairlead.core.shell.Redirection.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads simple commands: assignments, words and redirections.
final class SimpleReader {

    private final Cursor cursor;
    private final WordReader words;

    SimpleReader(Cursor cursor, WordReader words) {
        this.cursor = cursor;
        this.words = words;
    }

    Command.Simple read() {
        List<Assignment> assignments = new ArrayList<>();
        List<Word> found = new ArrayList<>();
        List<Redirection> redirections = new ArrayList<>();
        int start = cursor.at();
        int end = start;
        while (true) {
            if (isRedirection()) {
                redirections.add(redirection());
            } else if (mayAssign(found) && isAssignment()) {
                assignments.add(assignment());
            } else {
                Word word = words.word();
                if (word.start() == word.end()) {
                    break;
                }
                found.add(word);
            }
            end = cursor.at();
            cursor.blanksAndComment();
        }
        if (end == start) {
            throw new Unreadable("`%s` where a command should begin".formatted(cursor.peek()));
        }
        return new Command.Simple(assignments, found, redirections, start, end);
    }

    /// Before the program, and behind those that declare variables.
    private static boolean mayAssign(List<Word> found) {
        if (found.isEmpty()) {
            return true;
        }
        return switch (found.getFirst().literal().orElse("")) {
            case "declare", "typeset", "local", "export", "readonly" -> true;
            default -> false;
        };
    }

    private boolean isAssignment() {
        int name = nameLength();
        if (name == 0) {
            return false;
        }
        int after = name;
        if (cursor.peek(after) == '[') {
            while (cursor.peek(after) != ']') {
                char c = cursor.peek(after);
                if (c == '\0' || c == '\n' || c == ' ' || after - name > 256) {
                    return false;
                }
                after++;
            }
            after++;
        }
        return cursor.peek(after) == '=' || cursor.peek(after) == '+' && cursor.peek(after + 1) == '=';
    }

    private int nameLength() {
        int length = 0;
        if (Expansions.isNameStart(cursor.peek())) {
            while (Expansions.isNamePart(cursor.peek(length))) {
                length++;
            }
        }
        return length;
    }

    private Assignment assignment() {
        int start = cursor.at();
        while (cursor.peek() != '=') {
            cursor.skip(1);
        }
        boolean isAppended = cursor.charAt(cursor.at() - 1) == '+';
        String name = cursor.slice(start, cursor.at() - (isAppended ? 1 : 0));
        cursor.skip(1);
        if (cursor.peek() == '(') {
            return new Assignment(name, isAppended, true, array());
        }
        return new Assignment(name, isAppended, false, List.of(words.word()));
    }

    private List<Word> array() {
        List<Word> elements = new ArrayList<>();
        cursor.enter();
        cursor.skip(1);
        cursor.gap();
        while (!cursor.took(")")) {
            Word element = words.word();
            if (element.start() == element.end()) {
                throw new Unreadable("an array is never closed");
            }
            elements.add(element);
            cursor.gap();
        }
        cursor.leave();
        return elements;
    }

    boolean isRedirection() {
        char c = cursor.peek();
        if (c == '<' || c == '>') {
            return cursor.peek(1) != '(';
        }
        if (c == '&') {
            return cursor.peek(1) == '>';
        }
        int length = descriptorLength();
        char behind = cursor.peek(length);
        return length > 0 && (behind == '<' || behind == '>') && cursor.peek(length + 1) != '(';
    }

    private int descriptorLength() {
        int length = 0;
        if (cursor.peek() == '{') {
            length = 1;
            while (Expansions.isNamePart(cursor.peek(length))) {
                length++;
            }
            return length > 1 && cursor.peek(length) == '}' ? length + 1 : 0;
        }
        while (cursor.peek(length) >= '0' && cursor.peek(length) <= '9') {
            length++;
        }
        return length;
    }

    Redirection redirection() {
        cursor.count();
        int length = descriptorLength();
        Optional<String> descriptor = Optional.empty();
        if (length > 0) {
            String text = cursor.slice(cursor.at(), cursor.at() + length);
            descriptor = Optional.of(text.startsWith("{") ? text.substring(1, length - 1) : text);
            cursor.skip(length);
        }
        if (cursor.looksAt("<<") && !cursor.looksAt("<<<")) {
            return new Redirection(descriptor, Kind.HERE_DOCUMENT, hereDocument());
        }
        Kind kind = kind();
        cursor.blanks();
        Word target = words.word();
        if (target.start() == target.end()) {
            throw new Unreadable("a redirection that leads nowhere");
        }
        return new Redirection(descriptor, kind, target);
    }

    private Kind kind() {
        if (cursor.took("<<<")) {
            return Kind.HERE_STRING;
        }
        if (cursor.took("&>>")) {
            return Kind.APPEND_BOTH;
        }
        if (cursor.took("&>")) {
            return Kind.WRITE_BOTH;
        }
        if (cursor.took(">>")) {
            return Kind.APPEND;
        }
        if (cursor.took(">&")) {
            return Kind.TO_DESCRIPTOR;
        }
        if (cursor.took("<&")) {
            return Kind.FROM_DESCRIPTOR;
        }
        if (cursor.took("<>")) {
            return Kind.READ_WRITE;
        }
        if (cursor.took(">|") || cursor.took(">")) {
            return Kind.WRITE;
        }
        cursor.skip(1);
        return Kind.READ;
    }

    /// The text behind the current line, up to the line that is the delimiter and nothing else.
    private Word hereDocument() {
        cursor.skip(2);
        boolean isIndented = cursor.took("-");
        cursor.blanks();
        Word delimiter = words.word();
        if (delimiter.start() == delimiter.end()) {
            throw new Unreadable("a here-document without a delimiter");
        }
        String end = delimiter.literal().orElseThrow(() -> new Unreadable("a delimiter that is no plain word"));
        boolean isVerbatim = delimiter.parts().stream().anyMatch(Part::isQuoted);
        int back = cursor.at();
        int start = cursor.documentStart();
        int close = closing(start, end, isIndented);
        Word body;
        if (isVerbatim) {
            body = new Word(List.of(new Part.Literal(cursor.slice(start, close), true)), start, close);
        } else {
            cursor.moveTo(start);
            body = words.document(close);
        }
        cursor.moveTo(back);
        int line = cursor.find('\n', close);
        boolean isBracketed = close < cursor.length() && endsWithBracket(close, end, isIndented);
        cursor.documentEnds(isBracketed ? delimiterStart(close, isIndented) + end.length() : behind(line));
        return body;
    }

    private int behind(int line) {
        return line < 0 ? cursor.length() : line + 1;
    }

    /// Where the line with the delimiter begins; the end of the text where there is none, as bash has it.
    private int closing(int start, String end, boolean isIndented) {
        int line = start;
        while (line < cursor.length()) {
            int next = cursor.find('\n', line);
            int stop = next < 0 ? cursor.length() : next;
            int from = isIndented ? delimiterStart(line, true) : line;
            int length = stop - from;
            boolean isDelimiter = length == end.length() || length > end.length() && endsAt(from + end.length(), stop);
            if (isDelimiter && cursor.slice(from, from + end.length()).equals(end)) {
                return line;
            }
            line = stop + 1;
        }
        return cursor.length();
    }

    /// A bracket behind the delimiter closes the substitution that the document stands in; a carriage return is part
    /// of the line's end.
    private boolean endsAt(int from, int stop) {
        char c = cursor.charAt(from);
        return c == ')' && cursor.depth() > 0 || c == '\r' && from + 1 == stop;
    }

    private int delimiterStart(int line, boolean isIndented) {
        int from = line;
        while (isIndented && from < cursor.length() && cursor.charAt(from) == '\t') {
            from++;
        }
        return from;
    }

    private boolean endsWithBracket(int close, String end, boolean isIndented) {
        int behind = delimiterStart(close, isIndented) + end.length();
        return behind < cursor.length() && cursor.charAt(behind) == ')';
    }
}
