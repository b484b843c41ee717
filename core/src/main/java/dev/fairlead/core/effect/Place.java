package dev.fairlead.core.effect;

import java.util.Optional;

/// Where a command would run.
///
/// @param directory the working directory, absolute
/// @param workspace the folder that the agent is to work in; the working directory where nobody says
/// @param home the person's own folder, absolute
public record Place(String directory, Optional<String> workspace, String home) {

    /// A place of which nothing is known but the directory.
    public static Place at(String directory) {
        return new Place(directory, Optional.empty(), "/home/user");
    }

    public Place {
        directory = Paths.normalized(directory);
        workspace = workspace.map(Paths::normalized);
        home = Paths.normalized(home);
    }

    /// The folder that the agent is to work in.
    public String root() {
        return workspace.orElse(directory);
    }
}
