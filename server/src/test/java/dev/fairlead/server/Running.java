package dev.fairlead.server;

import dev.fairlead.store.Retention;
import dev.fairlead.store.StoreSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server for a test, on a free port, with a folder of its own, and a client of it.
final class Running implements AutoCloseable {

    private final Path folder;
    private final Server server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> notices;

    private Running(Path folder, Server server, List<String> notices) {
        this.folder = folder;
        this.server = server;
        this.notices = notices;
    }

    static Running in(Path folder) throws IOException {
        return in(folder, Duration.ofSeconds(20), 0);
    }

    static Running in(Path folder, Duration hold, double shadowShare) throws IOException {
        return in(folder, hold, shadowShare, List.of());
    }

    static Running in(Path folder, Duration hold, double shadowShare, List<Receiver> receivers) throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Path state = folder.resolve("state");
        ServerSettings settings = new ServerSettings(
                state,
                home,
                folder.resolve("root"),
                0,
                StoreSettings.file(state.resolve("fairlead.db")),
                hold,
                Duration.ofHours(1),
                shadowShare,
                true,
                "anna",
                Retention.EVERYTHING,
                receivers);
        List<String> notices = new CopyOnWriteArrayList<>();
        return new Running(folder, Server.start(settings, "test", notices::add), notices);
    }

    Path folder() {
        return folder;
    }

    Server server() {
        return server;
    }

    List<String> notices() {
        return notices;
    }

    /// Posts a hook's payload with the hooks' token.
    ///
    /// @return the answer's body
    String hook(String agent, String payload) {
        return send("/hooks/" + agent, payload, token("hook-token")).body();
    }

    CompletableFuture<String> hookLater(String agent, String payload) {
        return CompletableFuture.supplyAsync(() -> hook(agent, payload));
    }

    /// Asks as a person.
    String get(String path) {
        return send(path, "", token("admin-token")).body();
    }

    /// Orders as a person.
    HttpResponse<String> post(String path, String body) {
        return send(path, body, token("admin-token"));
    }

    /// Sends with any token.
    ///
    /// @param body empty for a GET
    HttpResponse<String> send(String path, String body, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Authorization", "Bearer " + token);
        HttpRequest built = body.isEmpty()
                ? request.GET().build()
                : request.POST(HttpRequest.BodyPublishers.ofString(body)).build();
        try {
            return http.send(built, HttpResponse.BodyHandlers.ofString());
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(fault);
        }
    }

    String token(String name) {
        try {
            return Files.readString(folder.resolve("state").resolve(name)).strip();
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /// What the store holds, line by line.
    String store(String query) {
        String url = "jdbc:sqlite:" + folder.resolve("state").resolve("fairlead.db");
        StringBuilder lines = new StringBuilder();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                lines.append(rows.getString(1)).append('\n');
            }
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
        return lines.toString();
    }

    /// Looks again until the store holds a text, for at most a minute: it is written to behind the answers.
    String untilStored(String query, String text) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        String held = store(query);
        while (!held.contains(text) && System.nanoTime() < end) {
            Thread.onSpinWait();
            held = store(query);
        }
        return held;
    }

    /// Asks again until an answer contains a text, for at most a minute.
    String until(String path, String text) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        String answer = get(path);
        while (!answer.contains(text) && System.nanoTime() < end) {
            Thread.onSpinWait();
            answer = get(path);
        }
        return answer;
    }

    /// Waits until a notice with a text was given, for at most a minute.
    void untilNoticed(String text) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (notices.stream().noneMatch(notice -> notice.contains(text)) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        server.close();
        http.close();
    }
}
