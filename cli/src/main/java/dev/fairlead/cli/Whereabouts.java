package dev.fairlead.cli;

import dev.fairlead.core.effect.Place;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a command would run, as options say.
final class Whereabouts {

    @Option(names = "--cwd", paramLabel = "DIR", description = "The working directory; the current one by default.")
    private @Nullable Path directory;

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            description = "The folder that the agent works in; the working directory by default.")
    private @Nullable Path workspace;

    /// The place that the options name.
    Place place() {
        return at(directory == null ? "" : directory.toString());
    }

    /// The same, but for the working directory.
    Place at(String other) {
        return new Place(
                Path.of(other).toAbsolutePath().toString(),
                Optional.ofNullable(workspace).map(path -> path.toAbsolutePath().toString()),
                Terminal.home().toAbsolutePath().toString());
    }
}
