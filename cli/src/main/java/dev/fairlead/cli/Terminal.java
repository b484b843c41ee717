package dev.fairlead.cli;

import java.io.Console;
import java.nio.file.Path;
import java.util.Optional;

/// What is known of the terminal and the person's machine.
final class Terminal {

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

    /// The person's home folder: `HOME`, as the agents read it.
    static Path home() {
        String home = System.getenv("HOME");
        return Path.of(home == null || home.isBlank() ? System.getProperty("user.home", ".") : home);
    }
}
