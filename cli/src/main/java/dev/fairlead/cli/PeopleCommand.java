package dev.fairlead.cli;

import dev.fairlead.wire.json.Node;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `fairlead people`: who may decide beside the owner of the server.
@Command(
        name = "people",
        mixinStandardHelpOptions = true,
        description = "Says who may approve and stop beside you, each with a token of their own.")
final class PeopleCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /// All of them.
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists them, with their groups.")
    int list() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (ServerClient server = ServerClient.open()) {
            List<Node> all = server.get("/api/v1/people").items("people").nodes();
            if (all.isEmpty()) {
                out.println("nobody but you decides; `fairlead people add NAME` adds somebody");
            }
            for (Node each : all) {
                if (each instanceof Node.Fields person) {
                    out.println("%-20s  %s".formatted(person.textOr("name", ""), groups(person)));
                }
            }
            out.flush();
            return 0;
        }
    }

    private static String groups(Node.Fields person) {
        List<String> groups = ApprovalsCommand.texts(person, "groups");
        return groups.isEmpty() ? "(no group)" : String.join(", ", groups);
    }

    /// One more.
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Adds a person, or gives one other groups and another token. The token is shown once.")
    int add(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--group", paramLabel = "GROUP", description = "A group they belong to; may be repeated.")
                    @Nullable
                    List<String> groups)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (ServerClient server = ServerClient.open()) {
            Node.Fields added = server.post("/api/v1/people", json -> {
                json.text("name", name).array("groups");
                (groups == null ? List.<String>of() : groups).forEach(json::item);
                json.endArray();
            });
            out.println("%s may decide now; groups: %s".formatted(name, groups(added)));
            if (added.isTrue("replaced")) {
                out.println("the token that %s had before opens nothing any more".formatted(name));
            }
            out.println("their token, shown this once: " + added.textOr("token", ""));
            out.println("they set it as FAIRLEAD_TOKEN, or send it as `Authorization: Bearer`");
            out.flush();
            return 0;
        }
    }

    /// One less.
    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Takes a person out at once.")
    int remove(@Parameters(paramLabel = "NAME") String name) throws IOException {
        try (ServerClient server = ServerClient.open()) {
            server.post("/api/v1/people/remove", json -> json.text("name", name));
            spec.commandLine().getOut().println("%s decides nothing any more".formatted(name));
            spec.commandLine().getOut().flush();
            return 0;
        }
    }
}
