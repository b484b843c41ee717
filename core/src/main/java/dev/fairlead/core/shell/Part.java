package dev.fairlead.core.shell;

import java.util.List;
import java.util.Optional;

/// A piece of a word. Whether it is quoted decides if a shell splits it, and reads patterns in it.
public sealed interface Part {

    /// Whether it stands in quotes.
    boolean isQuoted();

    /// Text as it is, quotes and escapes taken off.
    record Literal(String text, boolean isQuoted) implements Part {}

    /// The value of a variable: `$x`, `${x}`, `${x:-y}`.
    ///
    /// @param name as written, without its index
    /// @param index between square brackets, where it has one
    /// @param operator what is done with the value, such as `:-`, `%`, `/`, `!` or `#`; empty for the value itself
    /// @param operand what stands behind the operator
    record Variable(String name, Optional<String> index, String operator, Word operand, boolean isQuoted)
            implements Part {}

    /// The output of commands: `$(…)` and backquotes.
    record Substitution(Script script, boolean isQuoted) implements Part {}

    /// The name of a pipe to or from commands: `<(…)`, `>(…)`.
    ///
    /// @param isInput whether the name is read from
    record Pipe(Script script, boolean isInput) implements Part {
        @Override
        public boolean isQuoted() {
            return false;
        }
    }

    /// The value of a calculation: `$((…))`.
    ///
    /// @param parts the expression, with the expansions in it
    record Arithmetic(List<Part> parts, boolean isQuoted) implements Part {
        public Arithmetic {
            parts = List.copyOf(parts);
        }
    }
}
