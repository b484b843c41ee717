package dev.fairlead.cli.prove;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How one agent's client runs without a person, led by a model server of ours. A door: one class for
/// each agent.
///
/// Its own settings stay in force, and with them its hooks; only the model is another.
public interface Client {

    /// The agent's name in contracts.
    String agent();

    /// What is to be run, and how.
    Launch launch(Stage stage) throws IOException;

    /// How the model has a shell command run.
    Turn shell(String command);

    /// How the model hands work to a sub-agent; empty where the client has none, or none without a
    /// person.
    Optional<Turn> delegate(String prompt);

    /// Whether a refusal ends the run, so that the model is told nothing more.
    default boolean endsWhenRefused() {
        return false;
    }

    /// Where and with what a client runs.
    ///
    /// @param program the client
    /// @param home the person's home folder
    /// @param scratch a folder for what the client is told beside its own settings
    /// @param model the model server
    /// @param prompt the person's words
    record Stage(Path program, Path home, Path scratch, URI model, String prompt) {}

    /// A command line.
    ///
    /// @param environment variables on top of those of the person
    record Launch(List<String> arguments, Map<String, String> environment) {
        public Launch {
            arguments = List.copyOf(arguments);
            environment = Map.copyOf(environment);
        }
    }
}
