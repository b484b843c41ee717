package dev.fairlead.core.shell;

import java.util.List;

/// What a shell is asked to do, as a tree.
///
/// @param statements in the order in which they stand
/// @param start where it begins in the text it was read from
/// @param end behind its last character
public record Script(List<Statement> statements, int start, int end) {

    /// The longest text that is read, in characters.
    public static final int LIMIT = 1 << 21;

    /// How deep groups, substitutions and quotes within each other are followed.
    public static final int DEEPEST = 48;

    /// The most commands, words and redirections of one text, together.
    public static final int MOST_NODES = 200_000;

    public Script {
        statements = List.copyOf(statements);
    }

    /// A command, and whether the shell goes on before it has ended.
    public record Statement(Command command, boolean isBackground) {}

    /// Reads a text as bash would, in time linear in its length.
    public static Reading read(String text) {
        if (text.length() > LIMIT) {
            return new Reading.NotUnderstood("longer than %,d characters".formatted(LIMIT), LIMIT);
        }
        Cursor cursor = new Cursor(text, 0);
        try {
            return new Reading.Understood(new CommandReader(cursor).whole());
        } catch (Unreadable fault) {
            return new Reading.NotUnderstood(fault.reason(), cursor.at());
        }
    }

    /// What came of reading a text.
    public sealed interface Reading {

        /// It was read to its end.
        record Understood(Script script) implements Reading {}

        /// It was not, and nothing is claimed about any of it.
        ///
        /// @param reason why, as a clause
        /// @param at where reading ended
        record NotUnderstood(String reason, int at) implements Reading {}
    }
}
