package dev.fairlead.cli;

import java.io.BufferedWriter;
import java.io.Console;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// What is known of the terminal and the person's machine.
final class Terminal {

    private static final int WIDEST = 80;
    private static final int NARROWEST = 60;

    private Terminal() {}

    /// Whether a person looks at a terminal.
    static boolean isInteractive() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    /// Whether output may be in colour: on a terminal that shows it, unless `NO_COLOR` is set.
    ///
    /// @param toScreen whether the output goes to standard output
    static boolean hasColour(boolean toScreen) {
        String unwanted = System.getenv("NO_COLOR");
        boolean isDumb = "dumb".equals(System.getenv("TERM"));
        return toScreen && isInteractive() && !isDumb && (unwanted == null || unwanted.isEmpty());
    }

    /// How many columns a report takes: 80, and fewer on a terminal that says in `COLUMNS` that it is narrower.
    ///
    /// @param toScreen whether the output goes to standard output
    static int width(boolean toScreen) {
        return toScreen && isInteractive()
                ? width(Optional.ofNullable(System.getenv("COLUMNS")).orElse(""))
                : WIDEST;
    }

    static int width(String columns) {
        return columns.matches("[0-9]{1,4}") ? Math.clamp(Integer.parseInt(columns), NARROWEST, WIDEST) : WIDEST;
    }

    /// A writer in UTF-8 that puts a question mark for half a character, as sessions may hold, instead of failing.
    static Writer writer(OutputStream bytes) {
        return new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), 1 << 16);
    }

    /// The person's home folder: `HOME`, as the agents read it.
    static Path home() {
        String home = System.getenv("HOME");
        return Path.of(home == null || home.isBlank() ? System.getProperty("user.home", ".") : home);
    }

    /// The person's answer to a question, which is no where nobody can be asked.
    static boolean agrees(String question) {
        return isInteractive()
                && Optional.ofNullable(System.console())
                        .map(console -> console.readLine("%s [y/N] ", question))
                        .filter(answer ->
                                answer.strip().toLowerCase(Locale.ROOT).matches("y|yes"))
                        .isPresent();
    }
}
