package dev.fairlead.cli;

import dev.fairlead.server.Receiver;
import dev.fairlead.server.Server;
import dev.fairlead.server.ServerSettings;
import dev.fairlead.store.StoreFault;
import dev.fairlead.store.StoreSettings;
import dev.fairlead.wire.Dialects;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `fairlead serve`: runs the server in the foreground, for service managers and containers.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Runs the server in the foreground until it is ended; `fairlead up` runs it in the background.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:ended", "2:wrong usage", "3:it cannot start"})
final class ServeCommand implements Callable<Integer> {

    private static final long IMPORT_SECONDS = 60;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser before the command runs
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Where to listen on 127.0.0.1; ${DEFAULT-VALUE} by default.")
    private int port = ServerSettings.PORT;

    @Option(
            names = "--store",
            paramLabel = "URL",
            description = "Where to keep events: a JDBC URL of PostgreSQL; a file in the state folder by default."
                    + " Name and password may come from FAIRLEAD_STORE_USER and FAIRLEAD_STORE_PASSWORD.")
    private String store = "";

    @Option(
            names = "--shadow-share",
            paramLabel = "SHARE",
            description = "The share of sessions, from 0 to 1, that are told nothing, for comparison; 0 by default.")
    private double shadowShare;

    @Option(names = "--keep-secrets", description = "Do not take secrets out of what is stored.")
    private boolean keepsSecrets;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ServerSettings usual =
                ServerSettings.of(State.folder(), Terminal.home(), System.getProperty("user.name", "somebody"));
        ServerSettings settings = new ServerSettings(
                usual.state(),
                usual.home(),
                usual.root(),
                port,
                store.isEmpty() ? usual.store() : StoreSettings.of(store),
                usual.hold(),
                usual.patience(),
                shadowShare,
                !keepsSecrets,
                usual.person(),
                receivers());
        CountDownLatch ended = new CountDownLatch(1);
        Server server = start(settings);
        log("listens on 127.0.0.1:" + server.port());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            log("ended");
            ended.countDown();
        }));
        do {
            importStored(server);
        } while (!ended.await(IMPORT_SECONDS, TimeUnit.SECONDS));
        return 0;
    }

    /// What agents have stored is read at the start, and again when it has grown.
    private void importStored(Server server) {
        try {
            List<Path> places = Sources.ofAgents(Dialects.all(), Terminal.home());
            server.importFrom(UpCommand.sessions(places, _ -> {}));
        } catch (IOException fault) {
            log("stored sessions are not imported: " + Sources.reason(fault));
        }
    }

    private Server start(ServerSettings settings) throws IOException {
        try {
            return Server.start(settings, Main.version(), this::log);
        } catch (StoreFault fault) {
            throw new IOException(fault.getMessage(), fault);
        }
    }

    /// Who is told of what people must see soon. The addresses come from the environment, for they may be secrets.
    private List<Receiver> receivers() {
        List<Receiver> receivers = new ArrayList<>();
        address("FAIRLEAD_WEBHOOK_URL")
                .ifPresent(url -> receivers.add(new Receiver.Webhook(url, named("FAIRLEAD_WEBHOOK_SECRET"))));
        address("FAIRLEAD_SLACK_URL").ifPresent(url -> receivers.add(new Receiver.Slack(url)));
        return receivers;
    }

    private Optional<URI> address(String variable) {
        String text = named(variable);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(URI.create(text));
        } catch (IllegalArgumentException fault) {
            throw new ParameterException(spec.commandLine(), variable + " is not an address", fault);
        }
    }

    private static String named(String variable) {
        String text = System.getenv(variable);
        return text == null ? "" : text;
    }

    /// One line in the log: when, and what.
    private synchronized void log(String line) {
        PrintWriter out = spec.commandLine().getErr();
        out.println(Instant.now() + " " + line);
        out.flush();
    }
}
