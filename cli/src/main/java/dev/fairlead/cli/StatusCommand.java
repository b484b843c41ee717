package dev.fairlead.cli;

import dev.fairlead.cli.connect.Connection;
import dev.fairlead.cli.connect.Connector;
import dev.fairlead.cli.connect.Connectors;
import dev.fairlead.cli.connect.Place;
import dev.fairlead.cli.connect.Scope;
import dev.fairlead.cli.connect.Standing;
import dev.fairlead.cli.connect.WhenDown;
import dev.fairlead.wire.json.Node;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `fairlead status`: says which agents are connected, whether their hooks are as they should be, and
/// whether anyone listens.
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {"Says which agents are connected, and whether the server hears of them.", ""},
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:looked", "2:wrong usage"})
final class StatusCommand implements Callable<Integer> {

    private static final String LINE = "%-18s  %-12s  %-9s  %-9s  %-9s  %-20s  %8s  %8s%n";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private Wiring wiring;

    /// One agent as it stands.
    private record Row(
            Connector connector,
            String version,
            Standing user,
            Standing project,
            Optional<WhenDown> whenDown,
            List<String> silencedBy) {}

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        ServerState server = ServerState.ask(wiring.place().state());
        out.println(
                server.said().isPresent()
                        ? "server: answers at " + server.where().orElseThrow()
                        : "server: " + server.silence());
        server.said().ifPresent(said -> told(said, out));
        out.println();
        List<Connector> connectors = wiring.namesAgents() ? wiring.connectors() : Connectors.all();
        List<Row> rows = connectors.parallelStream()
                .map(this::row)
                .flatMap(Optional::stream)
                .toList();
        out.printf(LINE, "agent", "version", "user", "project", "if down", "last hook (UTC)", "sessions", "ungated");
        rows.forEach(row -> print(row, server, out));
        List<String> advice = advice(rows);
        if (!advice.isEmpty()) {
            out.println();
            advice.forEach(out::println);
        }
        out.flush();
        return 0;
    }

    /// What a person should see first: what holds agents, and what waits.
    private static void told(Node.Fields said, PrintWriter out) {
        for (Node each : said.items("switches").nodes()) {
            if (each instanceof Node.Fields held) {
                out.println("switch: %s of %s %s by %s: %s"
                        .formatted(
                                held.textOr("kind", ""),
                                held.textOr("scope", ""),
                                held.textOr("value", ""),
                                held.textOr("by", ""),
                                held.textOr("why", ""))
                        .replace("  ", " "));
            }
        }
        long waiting = said.number("waiting").orElse(0);
        if (waiting > 0) {
            out.println("waiting for a person: %,d; see `fairlead approvals list`".formatted(waiting));
        }
    }

    private Optional<Row> row(Connector connector) {
        Place place = wiring.place();
        String version = Program.find(connector.program())
                .map(program -> program.version().orElse("unknown"))
                .orElse("-");
        Connection user = new Connection(connector, place.with(Scope.USER));
        Connection project = new Connection(connector, place.with(Scope.PROJECT));
        try {
            Optional<WhenDown> whenDown = user.whenDown().or(() -> inProject(project));
            List<String> silencedBy = new ArrayList<>(user.silencedBy());
            silencedBy.addAll(project.silencedBy());
            return Optional.of(new Row(connector, version, user.standing(), project.standing(), whenDown, silencedBy));
        } catch (IOException unreadable) {
            spec.commandLine().getErr().println("fairlead: " + Sources.reason(unreadable));
            return Optional.empty();
        }
    }

    private static Optional<WhenDown> inProject(Connection project) {
        try {
            return project.whenDown();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static void print(Row row, ServerState server, PrintWriter out) {
        Optional<Node.Fields> said = server.agent(row.connector().agent());
        out.printf(
                Locale.ROOT,
                LINE,
                row.connector().title(),
                row.version(),
                word(row.user()),
                word(row.project()),
                row.whenDown().map(each -> each.name().toLowerCase(Locale.ROOT)).orElse("-"),
                said.flatMap(each -> each.text("lastHookAt"))
                        .map(at ->
                                at.replace('T', ' ').replaceAll("\\.\\d+", "").replace("Z", ""))
                        .orElse("-"),
                count(said, "sessions"),
                count(said, "ungated"));
    }

    private static String count(Optional<Node.Fields> said, String key) {
        return said.map(each -> each.number(key)).filter(number -> number.isPresent()).stream()
                .map(number -> "%,d".formatted(number.getAsLong()))
                .findFirst()
                .orElse("-");
    }

    private static String word(Standing standing) {
        return switch (standing) {
            case ABSENT -> "-";
            case CONNECTED -> "connected";
            case CHANGED -> "changed";
            case SILENCED -> "silenced";
        };
    }

    private static List<String> advice(List<Row> rows) {
        List<String> advice = new ArrayList<>();
        for (Row row : rows) {
            String agent = row.connector().agent();
            if (row.user() == Standing.CHANGED) {
                advice.add("%s: its hooks were changed since; `fairlead connect %s` puts them right"
                        .formatted(row.connector().title(), agent));
            }
            if (row.project() == Standing.CHANGED) {
                advice.add(
                        "%s: its hooks in this project were changed since; `fairlead connect %s --scope project` puts them right"
                                .formatted(row.connector().title(), agent));
            }
            if (row.user() == Standing.SILENCED || row.project() == Standing.SILENCED) {
                advice.add(ConnectCommand.silenced(row.connector().title(), row.silencedBy()));
            }
            if (row.user() == Standing.CONNECTED && row.project() == Standing.CONNECTED) {
                advice.add("%s: connected twice, so each hook is called twice; disconnect one"
                        .formatted(row.connector().title()));
            }
        }
        return advice;
    }
}
