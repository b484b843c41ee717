package dev.fairlead.cli;

import dev.fairlead.console.Console;
import dev.fairlead.server.Receiver;
import dev.fairlead.server.Server;
import dev.fairlead.server.ServerSettings;
import dev.fairlead.store.Retention;
import dev.fairlead.store.StoreFault;
import dev.fairlead.store.StoreSettings;
import dev.fairlead.wire.Dialects;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
            defaultValue = "${env:FAIRLEAD_STORE:-}",
            paramLabel = "URL",
            description = "Where to keep events: a JDBC URL of PostgreSQL; a file in the state folder by default."
                    + " Name and password may come from FAIRLEAD_STORE_USER and FAIRLEAD_STORE_PASSWORD.")
    private String store = "";

    @Option(
            names = "--shadow-share",
            defaultValue = "${env:FAIRLEAD_SHADOW_SHARE:-0}",
            paramLabel = "SHARE",
            description = "The share of sessions, from 0 to 1, that are told nothing, for comparison; 0 by default.")
    private double shadowShare;

    @Option(names = "--keep-secrets", description = "Do not take secrets out of what is stored.")
    private boolean keepsSecrets;

    @Option(
            names = "--keep",
            defaultValue = "${env:FAIRLEAD_KEEP:-}",
            paramLabel = "TIME",
            description = "How long a session is kept after its last event, such as 90d; for ever by default.")
    private String keep = "";

    @Option(
            names = "--keep-size",
            defaultValue = "${env:FAIRLEAD_KEEP_SIZE:-}",
            paramLabel = "SIZE",
            description = "The most that events may take, such as 20g; what fell silent first goes first.")
    private String keepSize = "";

    @Option(
            names = "--log",
            defaultValue = "${env:FAIRLEAD_LOG:-text}",
            paramLabel = "FORMAT",
            description = "How lines of the log look: text or json; text by default.")
    private ServeLog.Format format = ServeLog.Format.TEXT;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ServerSettings settings = settings();
        ServeLog log = new ServeLog(spec.commandLine().getErr(), format);
        CountDownLatch ended = new CountDownLatch(1);
        Server server = start(settings, log);
        log.notice("listens on 127.0.0.1:" + server.port());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            log.notice("ended");
            ended.countDown();
        }));
        do {
            importStored(server, log);
        } while (!ended.await(IMPORT_SECONDS, TimeUnit.SECONDS));
        return 0;
    }

    private ServerSettings settings() {
        ServerSettings usual =
                ServerSettings.of(State.folder(), Terminal.home(), System.getProperty("user.name", "somebody"));
        try {
            return new ServerSettings(
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
                    retention(),
                    receivers());
        } catch (IllegalArgumentException fault) {
            throw new ParameterException(spec.commandLine(), fault.getMessage(), fault);
        }
    }

    /// What agents have stored is read at the start, and again when it has grown.
    private static void importStored(Server server, ServeLog log) {
        try {
            List<Path> places = Sources.ofAgents(Dialects.all(), Terminal.home());
            server.importFrom(UpCommand.sessions(places, _ -> {}));
        } catch (IOException fault) {
            log.notice("stored sessions are not imported: " + Sources.reason(fault));
        }
    }

    private static Server start(ServerSettings settings, ServeLog log) throws IOException {
        try {
            return Server.start(settings, Main.version(), log, new Console());
        } catch (StoreFault fault) {
            throw new IOException(fault.getMessage(), fault);
        }
    }

    private Retention retention() {
        return new Retention(
                keep.isEmpty() ? Optional.empty() : Optional.of(Amounts.age(spec, "--keep", keep)),
                keepSize.isEmpty() ? Optional.empty() : Optional.of(Amounts.size(spec, "--keep-size", keepSize)));
    }

    /// Who is told of what people must see soon. The addresses come from the environment, for they may be secrets.
    private List<Receiver> receivers() {
        List<Receiver> receivers = new ArrayList<>();
        address("FAIRLEAD_WEBHOOK_URL")
                .ifPresent(url -> receivers.add(new Receiver.Webhook(url, named("FAIRLEAD_WEBHOOK_SECRET"))));
        address("FAIRLEAD_SLACK_URL").ifPresent(url -> receivers.add(new Receiver.Slack(url)));
        address("FAIRLEAD_MAIL_URL")
                .ifPresent(url -> receivers.add(new Receiver.Mail(
                        url,
                        named("FAIRLEAD_MAIL_FROM"),
                        Arrays.stream(named("FAIRLEAD_MAIL_TO").split(",", -1))
                                .map(String::strip)
                                .filter(each -> !each.isEmpty())
                                .toList())));
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
}
