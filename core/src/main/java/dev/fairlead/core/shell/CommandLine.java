package dev.fairlead.core.shell;

import java.util.List;

/// A command line taken apart into the simple commands that it runs, in the order in which they stand.
///
/// Quotes are taken off words; what only a running shell could know (variables, substitutions, globs) is left as
/// written. Here-documents and comments are data and are left out. Reading takes time linear in the length.
///
/// @param commands what it runs; empty for a blank line
/// @param isWhole whether everything was read: false beyond [#LIMIT] characters or [#MOST_COMMANDS] commands, where
///     the
///     rest is left out
public record CommandLine(List<SimpleCommand> commands, boolean isWhole) {

    /// The longest command line that is read, in characters.
    public static final int LIMIT = 65_536;

    /// The most commands that are kept of one line.
    public static final int MOST_COMMANDS = 256;

    /// A line without commands.
    public static final CommandLine NONE = new CommandLine(List.of(), true);

    public CommandLine {
        commands = List.copyOf(commands);
    }

    /// Reads a command line as a POSIX shell or bash would split it.
    public static CommandLine of(String line) {
        return new CommandSplitter(line).split();
    }

    /// Whether any of the commands runs this program.
    public boolean runs(String program) {
        for (SimpleCommand command : commands) {
            if (command.program().equals(program)) {
                return true;
            }
        }
        return false;
    }
}
