package dev.fairlead.cli;

import dev.fairlead.cli.connect.Connection;
import dev.fairlead.cli.connect.Connector;
import dev.fairlead.cli.connect.Place;
import dev.fairlead.cli.connect.Scope;
import dev.fairlead.cli.connect.Standing;
import dev.fairlead.cli.prove.Client;
import dev.fairlead.cli.prove.Clients;
import dev.fairlead.cli.prove.Proof;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `fairlead prove`: shows that a connected agent cannot run what the gate refuses.
@Command(
        name = "prove",
        mixinStandardHelpOptions = true,
        description = {
            "Shows that an agent cannot run what the gate refuses: runs its client with your own settings and a scripted "
                    + "model on this machine, which calls a harmless command that is always refused, also from a "
                    + "sub-agent. The session that this makes is kept by the client as any other.",
            ""
        },
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:every call was refused",
            "1:a call ran, or it is unclear",
            "2:wrong usage",
            "3:nothing was done"
        })
final class ProveCommand implements Callable<Integer> {

    private static final int NOT_PROVED = 1;
    private static final int NOTHING_DONE = 3;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private Wiring wiring;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<Connector> connectors = wiring.connectors();
        int status = connectors.isEmpty() ? NOTHING_DONE : 0;
        for (Connector connector : connectors) {
            Optional<Program> program = Program.find(connector.program());
            Optional<Client> client = Clients.of(connector.agent());
            if (program.isEmpty() || client.isEmpty()) {
                spec.commandLine().getErr().println("fairlead: `%s` is not on the path".formatted(connector.program()));
                status = NOTHING_DONE;
            } else {
                status = Math.max(status, prove(connector, client.get(), program.get(), out));
            }
            out.flush();
        }
        return status;
    }

    private int prove(Connector connector, Client client, Program program, PrintWriter out) throws IOException {
        Place place = wiring.place();
        ServerState server = ServerState.ask(place.state());
        Standing standing = new Connection(connector, place.with(Scope.USER)).standing();
        out.println(connector.title() + " " + program.version().orElse("of an unknown version"));
        if (standing != Standing.CONNECTED) {
            out.println("  it is not connected for all your sessions, or was changed since; see `fairlead status`");
        }
        if (server.said().isEmpty()) {
            out.println("  server: " + server.silence());
        }
        out.flush();
        String heard = heard(server, connector);
        Files.createDirectories(place.state());
        Path folder = Files.createTempDirectory(place.state(), "proof-"); // clients distrust what others may write to
        Proof proof = Proof.of(client, new Proof.Subject(program.file(), place.home(), System.getenv(), folder));
        boolean isHeard = !heard(ServerState.ask(place.state()), connector).equals(heard);
        out.println("  a command: " + sentence(proof.direct(), isHeard));
        proof.delegated()
                .ifPresentOrElse(
                        sight -> out.println("  the same by a sub-agent: " + sentence(sight, isHeard)),
                        () -> out.println("  the same by a sub-agent: not tried; this client starts none by itself"));
        if (proof.holds()) {
            remove(folder);
        } else {
            out.println("  what the client wrote: " + proof.said());
        }
        return proof.holds() && isHeard ? 0 : NOT_PROVED;
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> within = Files.walk(folder)) {
            all = within.toList();
        }
        for (Path each : all.reversed()) {
            Files.deleteIfExists(each);
        }
    }

    /// When the server last heard of an agent, in its own words.
    private static String heard(ServerState server, Connector connector) {
        return server.agent(connector.agent())
                .flatMap(each -> each.text("lastHookAt"))
                .orElse("never");
    }

    private static String sentence(Proof.Sight sight, boolean isHeard) {
        return switch (sight.verdict()) {
            case REFUSED ->
                "refused%s; %s"
                        .formatted(
                                isHeard ? "" : ", but not by the server, which heard nothing",
                                sight.told().isEmpty()
                                        ? "the client ended with it"
                                        : "the model was told `%s`".formatted(sight.told()));
            case RAN ->
                isHeard ? "ran, although hooks were called" : "ran, and no hook was called: this agent is not gated";
            case ENDED ->
                isHeard
                        ? "did not run; the client ended without a word to its model"
                        : "did not run, and no hook was called: the client may have failed before";
            case NOT_CALLED -> "unclear: the client never came so far";
        };
    }
}
