package dev.fairlead.core.effect;

import java.util.List;

/// One run of a program.
///
/// @param program its name without folders and ending
/// @param arguments what stands behind it
/// @param input what it reads where it names no file
/// @param shell that runs it
record Invocation(String program, List<Argument> arguments, Flow input, Shell shell) {

    /// What a program does, and writes.
    @FunctionalInterface
    interface Program {
        /// The output of a run, whose effects are told to the shell.
        Flow run(Invocation invocation);
    }

    Options options(Options.Spec spec) {
        return Options.of(arguments, spec);
    }

    /// The text of an argument, or nothing where there are fewer.
    String argument(int number) {
        return number < arguments.size() ? arguments.get(number).text() : "";
    }

    boolean has(String text) {
        for (Argument argument : arguments) {
            if (argument.is(text)) {
                return true;
            }
        }
        return false;
    }

    /// The arguments joined by blanks, for people.
    String line() {
        StringBuilder line = new StringBuilder(program);
        for (Argument argument : arguments) {
            line.append(' ').append(argument.text());
            if (line.length() > 160) {
                return line.substring(0, 160) + "…";
            }
        }
        return line.toString();
    }

    void effect(Effect effect) {
        shell.effect(effect);
    }

    Target target(Argument argument) {
        return shell.target(argument);
    }

    /// The same run of another program.
    Invocation of(List<Argument> words) {
        return new Invocation(ProgramNames.of(words.getFirst().text()), words.subList(1, words.size()), input, shell);
    }
}
