package dev.fairlead.cli.clients;

import dev.fairlead.cli.connect.Connection;
import dev.fairlead.cli.connect.Connectors;
import dev.fairlead.cli.connect.Place;
import dev.fairlead.cli.connect.Scope;
import dev.fairlead.cli.connect.WhenDown;
import dev.fairlead.cli.prove.Client;
import dev.fairlead.cli.prove.ModelServer;
import dev.fairlead.cli.prove.Performance;
import dev.fairlead.cli.prove.Turn;
import dev.fairlead.core.event.Event;
import dev.fairlead.server.Server;
import dev.fairlead.server.ServerSettings;
import dev.fairlead.store.Channel;
import dev.fairlead.store.Filter;
import dev.fairlead.store.SessionSummary;
import dev.fairlead.store.Store;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.MalformedJson;
import dev.fairlead.wire.json.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A person's machine for one test: a home of its own, a repository, Fairlead's server, and one
/// connected client.
final class Stand implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Client client;
    private final Installed installed;
    private final Path folder;
    private final ServerSettings settings;
    private Optional<Server> server;
    private Optional<ServerSocket> hung = Optional.empty();

    /// What was seen of one run.
    ///
    /// @param requests what the model was asked in the main work
    record Played(List<String> requests, Performance performance, String said) {

        /// Everything that the model was asked, one after the other.
        String asked() {
            return String.join("\n", requests);
        }
    }

    Stand(Client client, Path folder) throws IOException {
        this.client = client;
        this.folder = folder.toRealPath();
        this.installed = Installed.of(client.agent());
        Files.createDirectories(home());
        Files.createDirectories(work());
        setting(
                ".gemini/settings.json",
                "{\"security\":{\"auth\":{\"selectedType\":\"gemini-api-key\"},\"folderTrust\":{\"enabled\":false}},"
                        + "\"model\":{\"name\":\"gemini-2.5-pro\"}}");
        setting(".qwen/settings.json", "{\"security\":{\"auth\":{\"selectedType\":\"openai\"}}}");
        program("pytest", "echo 'FAILED test_sum.py::test_sum - assert 3 == 4'; echo '1 failed in 0.02s'; exit 1");
        shell("git init -q -b main && echo hello > hello.txt && git -c user.name=t -c user.email=t@t add -A"
                + " && git -c user.name=t -c user.email=t@t commit -qm one && git init -q --bare ../remote.git"
                + " && git remote add origin ../remote.git");
        this.settings = ServerSettings.of(state(), home(), "dev").on(0);
        this.server = Optional.of(Server.start(settings, "test", _ -> {}));
        connect(WhenDown.OPEN);
    }

    /// Wires the client as `fairlead connect --yes` does.
    void connect(WhenDown whenDown) throws IOException {
        Place place = new Place(home(), work(), Scope.USER, state(), Map.of());
        Connection connection = new Connection(Connectors.of(client.agent()).orElseThrow(), place);
        connection.connect(connection.connect(whenDown), whenDown);
    }

    private Path home() {
        return folder.resolve("home");
    }

    /// The repository.
    Path work() {
        return folder.resolve("work");
    }

    private Path state() {
        return home().resolve(".fairlead");
    }

    /// The folders below which the client may have stored sessions: the home, and what it was told in
    /// its place.
    List<Path> homes() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> each.equals(home())
                            || String.valueOf(each.getFileName()).startsWith("scratch"))
                    .toList();
        }
    }

    private void setting(String file, String content) throws IOException {
        Files.createDirectories(home().resolve(file).getParent());
        Files.writeString(home().resolve(file), content);
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.createDirectories(folder.resolve("bin")).resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void shell(String script) throws IOException {
        Process process = new ProcessBuilder("sh", "-c", script)
                .directory(work().toFile())
                .inheritIO()
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("failed: " + script);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// Runs the client to its end.
    Played play(List<Turn> turns, Consumer<ModelServer.Request> watcher) throws IOException {
        List<Turn> nobody = List.of(Turn.says("done"));
        Path scratch = Files.createTempDirectory(folder, "scratch");
        Path said = scratch.resolve("said.txt");
        Map<String, String> environment = Map.of(
                "HOME", home().toString(),
                "PATH", folder.resolve("bin") + ":" + installed.path(),
                "TERM", "dumb",
                "NO_COLOR", "1",
                "SHELL", "/bin/sh",
                "GIT_CONFIG_NOSYSTEM", "1");
        try (ModelServer model = new ModelServer(turns, nobody, watcher)) {
            Client.Stage stage = new Client.Stage(
                    installed.program(), home(), scratch, model.where(), ModelServer.TASK + ": make the tests pass");
            Performance performance = Performance.of(client.launch(stage), environment, work(), said, PATIENCE);
            List<String> requests =
                    model.requests().stream().map(ModelServer.Request::body).toList();
            return new Played(requests, performance, Files.readString(said));
        }
    }

    /// The same with nobody looking.
    Played play(Turn... turns) throws IOException {
        return play(List.of(turns), _ -> {});
    }

    /// What the server answers a person.
    Node.Fields ask(String path) {
        return send(HttpRequest.newBuilder(at(path)));
    }

    /// What the server answers to an order of a person.
    Node.Fields order(String path, String body) {
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    private long port() {
        if (server.isPresent()) {
            return server.get().port();
        }
        try {
            String running = Files.readString(state().resolve("server.json"));
            return ((Node.Fields) JsonReader.ofAll().read(running).getFirst())
                    .number("port")
                    .orElseThrow();
        } catch (IOException | MalformedJson fault) {
            throw new IllegalStateException(fault);
        }
    }

    private Node.Fields send(HttpRequest.Builder request) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String token = Files.readString(state().resolve("admin-token")).strip();
            HttpResponse<String> answer = http.send(
                    request.header("Authorization", "Bearer " + token).build(), HttpResponse.BodyHandlers.ofString());
            return (Node.Fields) JsonReader.ofAll().read(answer.body()).getFirst();
        } catch (IOException | MalformedJson fault) {
            throw new IllegalStateException(fault);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /// Ends the server, and reads what it kept of the sessions.
    List<List<Event>> stored() {
        stopServer();
        List<List<Event>> sessions = new ArrayList<>();
        try (Store store = Store.open(settings.store())) {
            for (SessionSummary each :
                    store.sessions().sessions(Filter.ALL.channel(Channel.LIVE)).items()) {
                sessions.add(store.sessions().events(each.session(), Channel.LIVE, 0, Integer.MAX_VALUE));
            }
        }
        return sessions;
    }

    /// Puts in the server's place one that takes connections and never answers, and lets hooks wait for 3 seconds where
    /// they would wait for ten minutes.
    void hangServer() throws IOException {
        stopServer();
        hung = Optional.of(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Files.writeString(
                state().resolve("server.json"),
                "{\"port\":%d,\"pid\":%d}"
                        .formatted(
                                hung.get().getLocalPort(),
                                ProcessHandle.current().pid()));
        try (Stream<Path> all = Files.walk(home())) {
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(each -> String.valueOf(each.getFileName()).matches("fairlead(-hook|.*\\.[jt]s)"))
                    .toList()) {
                String text = Files.readString(file);
                Files.writeString(
                        file,
                        text.replace("--max-time \"$seconds\"", "--max-time 3").replace("= 595", "= 3"));
            }
        }
    }

    /// Runs the server as a process of its own, which is killed the moment that it asks a person.
    void killServerOnceAsked() throws IOException {
        stopServer();
        ProcessBuilder serve = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.fairlead.cli.Main",
                "serve",
                "--port=0");
        serve.environment().put("FAIRLEAD_HOME", state().toString());
        serve.environment().put("HOME", home().toString());
        Process process = serve.redirectErrorStream(true)
                .redirectOutput(folder.resolve("serve.log").toFile())
                .start();
        String own = "\"pid\":" + process.pid() + ",";
        Path running = state().resolve("server.json");
        while (!Files.exists(running) || !Files.readString(running).contains(own)) {
            if (!process.isAlive()) {
                throw new IOException("the server ended: " + Files.readString(folder.resolve("serve.log")));
            }
            Thread.onSpinWait();
        }
        Thread.ofVirtual().start(() -> {
            while (ask("/api/v1/approvals").items("approvals").nodes().isEmpty()) {
                Thread.onSpinWait();
            }
            process.destroyForcibly();
        });
    }

    /// Ends the server.
    void stopServer() {
        server.ifPresent(Server::close);
        server = Optional.empty();
    }

    @Override
    public void close() {
        stopServer();
        try {
            if (hung.isPresent()) {
                hung.get().close();
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
