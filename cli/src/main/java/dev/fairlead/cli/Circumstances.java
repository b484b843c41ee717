package dev.fairlead.cli;

import dev.fairlead.core.decide.Context;
import dev.fairlead.core.effect.Place;
import dev.fairlead.core.event.Event;
import dev.fairlead.wire.git.Checkout;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// Who asks and when, as options say, and what the repository on disk says where they say nothing.
final class Circumstances {

    @Option(names = "--agent", paramLabel = "NAME", description = "The agent that asks, such as claude-code.")
    private @Nullable String agent;

    @Option(
            names = "--repository",
            paramLabel = "NAME",
            description = "The repository that it works in; by default what the one on disk came from, such as"
                    + " owner/name.")
    private @Nullable String repository;

    @Option(
            names = "--branch",
            paramLabel = "NAME",
            description = "The branch that it works on; by default the one that is checked out.")
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

    /// What the options tell, and the repository at a place.
    Context context(CommandLine command, Place place) {
        return at(place, context(command));
    }

    /// The same where more is known, with what the repository tells that lies at a place.
    static Context at(Place place, Context known) {
        Optional<Checkout> checkout = Checkout.around(place.directory());
        if (checkout.isEmpty()) {
            return known;
        }
        Context told = new Context(
                Optional.empty(),
                known.repository().isPresent()
                        ? Optional.empty()
                        : Optional.of(checkout.get().name()),
                known.branch().isPresent() ? Optional.empty() : checkout.get().branch(),
                Optional.empty(),
                Event.NO_TIME,
                false,
                checkout.get().tracker());
        return known.or(told);
    }

    /// The name of the repository that a session worked in, where its folder is still there.
    static Optional<String> repository(String directory) {
        try {
            return directory.isEmpty() || !Files.isDirectory(Path.of(directory))
                    ? Optional.empty()
                    : Checkout.around(directory).map(Checkout::name);
        } catch (InvalidPathException ofAnotherSystem) {
            return Optional.empty();
        }
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
