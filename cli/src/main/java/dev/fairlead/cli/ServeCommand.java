package dev.fairlead.cli;

import dev.fairlead.server.Server;
import dev.fairlead.server.ServerSettings;
import dev.fairlead.store.StoreFault;
import dev.fairlead.store.StoreSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `fairlead serve`: runs the server in the foreground, for service managers and containers.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Runs the server in the foreground until it is ended; `fairlead up` runs it in the background.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:ended", "2:wrong usage", "3:it cannot start"})
final class ServeCommand implements Callable<Integer> {

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
                usual.person());
        CountDownLatch ended = new CountDownLatch(1);
        Server server = start(settings);
        log("listens on 127.0.0.1:" + server.port());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            log("ended");
            ended.countDown();
        }));
        ended.await();
        return 0;
    }

    private Server start(ServerSettings settings) throws IOException {
        try {
            return Server.start(settings, Main.version(), this::log);
        } catch (StoreFault fault) {
            throw new IOException(fault.getMessage(), fault);
        }
    }

    /// One line in the log: when, and what.
    private synchronized void log(String line) {
        PrintWriter out = spec.commandLine().getErr();
        out.println(Instant.now() + " " + line);
        out.flush();
    }
}
