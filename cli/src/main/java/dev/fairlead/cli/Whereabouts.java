package dev.fairlead.cli;

import dev.fairlead.core.effect.Place;
import java.nio.file.InvalidPathException;
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
        return at(Optional.empty(), Optional.empty());
    }

    /// The same, where somebody says otherwise.
    Place at(Optional<String> otherDirectory, Optional<String> otherWorkspace) {
        String own = directory == null ? "" : directory.toString();
        return new Place(
                absolute(otherDirectory.orElse(own)),
                otherWorkspace
                        .or(() -> Optional.ofNullable(workspace).map(Path::toString))
                        .map(Whereabouts::absolute),
                absolute(Terminal.home().toString()));
    }

    /// A path that this machine could not have stays as it is.
    private static String absolute(String path) {
        try {
            return Path.of(path).toAbsolutePath().toString();
        } catch (InvalidPathException ofAnotherSystem) {
            return path;
        }
    }
}
