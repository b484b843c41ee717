package dev.fairlead.cli.connect;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where a connection is made: on whose account, in which repository, and where our own state lies.
///
/// @param home the person's home folder
/// @param project the root of the repository, where the scope is one
/// @param state our folder, `~/.fairlead` unless `FAIRLEAD_HOME` names another
/// @param environment the variables by which agents may have been told to keep their settings elsewhere
public record Place(Path home, Path project, Scope scope, Path state, Map<String, String> environment) {

    public Place {
        home = home.toAbsolutePath().normalize();
        project = project.toAbsolutePath().normalize();
        state = state.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
    }

    /// The same for another scope.
    public Place with(Scope other) {
        return new Place(home, project, other, state, environment);
    }

    /// A file of the agent's settings.
    ///
    /// @param variable names the agent's folder where it is set
    /// @param folder the agent's folder otherwise, below the home
    /// @param file within that folder
    /// @param inProject the file where the scope is a project, below its root
    Path file(String variable, String folder, String file, String inProject) {
        if (scope == Scope.PROJECT) {
            return project.resolve(inProject);
        }
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(home::resolve)
                .orElseGet(() -> home.resolve(folder))
                .resolve(file)
                .normalize();
    }
}
