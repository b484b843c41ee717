package dev.fairlead.core.effect;

import java.util.Optional;
import java.util.Set;

/// Where a command would run.
///
/// @param directory the working directory, absolute; where it is not known, empty, and paths stay as they are written
/// @param workspace the folder that the agent is to work in; the working directory where nobody says
/// @param home the person's own folder, absolute
/// @param watched programs whose runs are told whatever else is told of them
public record Place(String directory, Optional<String> workspace, String home, Set<String> watched) {

    private static final String SOMEBODYS = "/home/user";

    /// A place of which nothing is known but the directory.
    public static Place at(String directory) {
        return new Place(directory, Optional.empty(), SOMEBODYS);
    }

    /// A place whose home is told from where the agent works.
    public static Place within(String directory, Optional<String> workspace) {
        return new Place(directory, workspace, home(workspace.orElse(directory)));
    }

    /// A place where no program is watched.
    public Place(String directory, Optional<String> workspace, String home) {
        this(directory, workspace, home, Set.of());
    }

    public Place {
        watched = Set.copyOf(watched);
        directory = Paths.normalized(directory);
        workspace = workspace.map(Paths::normalized);
        home = Paths.normalized(home);
    }

    private static String home(String path) {
        if (Paths.isAtOrBelow(path, "/root")) {
            return "/root";
        }
        int name = path.startsWith("/home/") ? 6 : path.startsWith("/Users/") ? 7 : -1;
        int end = name < 0 ? -1 : path.indexOf('/', name);
        return name < 0 || name == path.length() ? SOMEBODYS : end < 0 ? path : path.substring(0, end);
    }

    /// The same, where the runs of some programs are told.
    public Place watching(Set<String> programs) {
        return new Place(directory, workspace, home, programs);
    }

    /// The folder that the agent is to work in.
    public String root() {
        return workspace.orElse(directory);
    }

    /// A path as people write it, with `~` for the home.
    public String shown(String path) {
        return Paths.isAtOrBelow(path, home) ? "~" + path.substring(home.length()) : path;
    }

    /// Whether anybody said where it is.
    public boolean isKnown() {
        return Paths.isAbsolute(root());
    }
}
