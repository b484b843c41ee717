package dev.fairlead.cli;

import dev.fairlead.core.decide.Context;
import dev.fairlead.core.event.Event;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// Who asks and when, as options say.
final class Circumstances {

    @Option(names = "--agent", paramLabel = "NAME", description = "The agent that asks, such as claude-code.")
    private @Nullable String agent;

    @Option(names = "--repository", paramLabel = "NAME", description = "The repository that it works in.")
    private @Nullable String repository;

    @Option(names = "--branch", paramLabel = "NAME", description = "The branch that it works on.")
    private @Nullable String branch;

    @Option(names = "--person", paramLabel = "NAME", description = "Whose agent it is.")
    private @Nullable String person;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "When, such as 2026-11-20T17:30:00Z. What of all this is not given counts as not known.")
    private @Nullable String time;

    /// What the options tell.
    Context context(CommandLine command) {
        return new Context(
                Optional.ofNullable(agent),
                Optional.ofNullable(repository),
                Optional.ofNullable(branch),
                Optional.ofNullable(person),
                time == null ? Event.NO_TIME : instant(command, time),
                false);
    }

    private static Instant instant(CommandLine command, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException fault) {
            throw new ParameterException(
                    command, "--at takes a time such as 2026-11-20T17:30:00Z, not `%s`".formatted(text));
        }
    }
}
