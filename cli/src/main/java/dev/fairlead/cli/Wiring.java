package dev.fairlead.cli;

import dev.fairlead.cli.connect.Connection;
import dev.fairlead.cli.connect.Connector;
import dev.fairlead.cli.connect.Connectors;
import dev.fairlead.cli.connect.Place;
import dev.fairlead.cli.connect.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Which agents are meant, and where, as arguments say.
final class Wiring {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private CommandSpec spec;

    @Parameters(
            paramLabel = "AGENT",
            description =
                    "claude-code, cline, codex, copilot-cli, gemini-cli, opencode, pi or qwen-code, or the agent's "
                            + "command; all that are installed by default.")
    private List<String> agents = List.of();

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            description = "user: all your sessions; project: those in this repository. user by default.")
    private Scope scope = Scope.USER;

    @Option(
            names = "--project",
            paramLabel = "FOLDER",
            description = "The repository; the one around the current folder by default.")
    private @Nullable Path project;

    @Option(names = "--home", paramLabel = "FOLDER", description = "Your home folder, where it is not `HOME`.")
    private @Nullable Path home;

    /// The agents that are named, or those that are installed.
    List<Connector> connectors() {
        if (agents.isEmpty()) {
            return Connectors.all().stream()
                    .filter(each -> Program.find(each.program()).isPresent())
                    .toList();
        }
        List<Connector> named = new ArrayList<>();
        for (String agent : agents) {
            named.add(Connectors.of(agent)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(),
                            "there is no agent `%s` to connect; there are %s"
                                    .formatted(
                                            agent,
                                            Connectors.all().stream()
                                                    .map(each -> "`" + each.agent() + "`")
                                                    .collect(Collectors.joining(", "))))));
        }
        return named;
    }

    /// Whether agents were named.
    boolean namesAgents() {
        return !agents.isEmpty();
    }

    /// The connection of an agent.
    Connection connection(Connector connector) {
        return new Connection(connector, place());
    }

    /// Where connections are made.
    Place place() {
        Map<String, String> environment = new HashMap<>(home == null ? System.getenv() : Map.of());
        Path ours = Optional.ofNullable(home).orElseGet(Terminal::home);
        Path state = home == null ? State.folder() : ours.resolve(".fairlead");
        return new Place(ours, Optional.ofNullable(project).orElseGet(Wiring::repository), scope, state, environment);
    }

    /// The root of the repository around the current folder, or that folder where there is none.
    private static Path repository() {
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return folder;
            }
        }
        return here;
    }
}
