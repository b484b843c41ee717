package dev.fairlead.core.shell;

/// A word that has a meaning of its own where a command could begin.
enum Reserved {
    /// No reserved word.
    NONE(""),
    IF("if"),
    THEN("then"),
    ELIF("elif"),
    ELSE("else"),
    FI("fi"),
    WHILE("while"),
    UNTIL("until"),
    FOR("for"),
    SELECT("select"),
    DO("do"),
    DONE("done"),
    CASE("case"),
    ESAC("esac"),
    FUNCTION("function"),
    COPROC("coproc"),
    TIME("time"),
    BANG("!"),
    OPEN("{"),
    CLOSE("}"),
    TEST("[["),
    /// `(`, which needs no blank behind it.
    BRACKET("(");

    private static final String ENDS = " \t\r\n;&|<>()";

    private final String text;

    Reserved(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /// Whether it ends the commands before it.
    boolean isCloser() {
        return switch (this) {
            case THEN, ELIF, ELSE, FI, DO, DONE, ESAC, CLOSE -> true;
            case NONE, IF, WHILE, UNTIL, FOR, SELECT, CASE, FUNCTION, COPROC, TIME, BANG, OPEN, TEST, BRACKET -> false;
        };
    }

    static Reserved at(Cursor cursor) {
        Reserved word = beginningWith(cursor.peek(), cursor);
        if (word == NONE || word == BRACKET) {
            return word;
        }
        char behind = cursor.peek(word.text.length());
        boolean isEnd = behind == '\0' || ENDS.indexOf(behind) >= 0;
        return isEnd && !(word == BANG && behind == '(') ? word : NONE;
    }

    private static Reserved beginningWith(char c, Cursor cursor) {
        return switch (c) {
            case '(' -> BRACKET;
            case '{' -> OPEN;
            case '}' -> CLOSE;
            case '!' -> BANG;
            case '[' -> first(cursor, TEST);
            case 'i' -> first(cursor, IF);
            case 't' -> first(cursor, THEN, TIME);
            case 'e' -> first(cursor, ELIF, ELSE, ESAC);
            case 'f' -> first(cursor, FOR, FI, FUNCTION);
            case 'w' -> first(cursor, WHILE);
            case 'u' -> first(cursor, UNTIL);
            case 's' -> first(cursor, SELECT);
            case 'd' -> first(cursor, DONE, DO);
            case 'c' -> first(cursor, CASE, COPROC);
            default -> NONE;
        };
    }

    private static Reserved first(Cursor cursor, Reserved... words) {
        for (Reserved word : words) {
            if (cursor.looksAt(word.text)) {
                return word;
            }
        }
        return NONE;
    }
}
