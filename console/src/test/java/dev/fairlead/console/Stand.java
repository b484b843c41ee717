package dev.fairlead.console;

import dev.fairlead.server.Server;
import dev.fairlead.server.ServerSettings;
import dev.fairlead.store.Retention;
import dev.fairlead.store.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A server with its console for a test, on a free port, with a folder of its own, and a client that is in.
final class Stand implements AutoCloseable {

    private static final Path EXAMPLES = Path.of("..", "examples", "sessions");
    private static final Pattern SEAL = Pattern.compile("data-seal=\"([^\"]+)\"");

    private final Path folder;
    private final Server server;
    private final HttpClient http = HttpClient.newHttpClient();
    private String cookie = "";

    private Stand(Path folder, Server server) {
        this.folder = folder;
        this.server = server;
    }

    static Stand in(Path folder) {
        return in(folder, Duration.ofSeconds(60));
    }

    /// @param hold how long a hook waits for a person
    static Stand in(Path folder, Duration hold) {
        return in(folder, hold, Clock.systemUTC());
    }

    /// @param clock by which the server lives
    static Stand in(Path folder, Duration hold, Clock clock) {
        Path state = folder.resolve("state");
        ServerSettings settings = new ServerSettings(
                state,
                folder.resolve("home"),
                folder.resolve("root"),
                0,
                StoreSettings.file(state.resolve("fairlead.db")),
                hold,
                Duration.ofHours(1),
                0,
                true,
                "anna",
                Retention.EVERYTHING,
                List.of());
        try {
            Files.createDirectories(folder.resolve("home"));
            return new Stand(folder, Server.start(settings, "test", _ -> {}, new Console(), clock));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// The same with the bundled sessions.
    Stand withExamples() {
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            server.importFrom(files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        until("/sessions", "watch the tests for a while");
        return this;
    }

    Path folder() {
        return folder;
    }

    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    int port() {
        return server.port();
    }

    String token(String name) {
        try {
            return Files.readString(folder.resolve("state").resolve(name)).strip();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// The answer to a request.
    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(fault);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path));
    }

    /// A link that lets a browser in.
    String link() {
        HttpResponse<String> answer = send(request(Console.LINKS)
                .header("Authorization", "Bearer " + token("admin-token"))
                .POST(HttpRequest.BodyPublishers.noBody()));
        return address() + answer.body().replaceAll(".*\"path\":\"([^\"]+)\".*", "$1");
    }

    /// The code of such a link.
    String code() {
        return link().replaceAll(".*#", "");
    }

    /// Shows a code.
    HttpResponse<String> enter(String code) {
        return send(request("/sign-in").POST(form("code", code)));
    }

    static HttpRequest.BodyPublisher form(String... parts) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < parts.length; i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(parts[i])
                    .append('=')
                    .append(URLEncoder.encode(parts[i + 1], StandardCharsets.UTF_8));
        }
        return HttpRequest.BodyPublishers.ofString(body.toString());
    }

    /// What a browser shows to say who it is.
    String cookie() {
        if (cookie.isEmpty()) {
            cookie = enter(code())
                    .headers()
                    .firstValue("Set-Cookie")
                    .orElseThrow()
                    .replaceAll(";.*", "");
        }
        return cookie;
    }

    /// What whoever is in asks for.
    HttpResponse<String> ask(String path) {
        return send(request(path).header("Cookie", cookie()));
    }

    /// A page.
    String get(String path) {
        return ask(path).body();
    }

    /// What every form must carry.
    String seal() {
        Matcher seal = SEAL.matcher(get("/start"));
        return Optional.of(seal).filter(Matcher::find).orElseThrow().group(1);
    }

    /// Sends a form as a page would.
    HttpResponse<String> post(String path, String... parts) {
        String[] all =
                Stream.concat(Stream.of("seal", seal()), Stream.of(parts)).toArray(String[]::new);
        return send(request(path).header("Cookie", cookie()).POST(form(all)));
    }

    /// Posts a hook's payload.
    String hook(String agent, String payload) {
        return send(request("/hooks/" + agent)
                        .header("Authorization", "Bearer " + token("hook-token"))
                        .POST(HttpRequest.BodyPublishers.ofString(payload)))
                .body();
    }

    /// Sends events as another program would, one a line.
    String events(String lines) {
        return send(request("/api/v1/events")
                        .header("Authorization", "Bearer " + token("admin-token"))
                        .POST(HttpRequest.BodyPublishers.ofString(lines)))
                .body();
    }

    CompletableFuture<String> hookLater(String agent, String payload) {
        return CompletableFuture.supplyAsync(() -> hook(agent, payload));
    }

    /// Asks for a page until it holds a text, for at most a minute.
    String until(String path, String text) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        String page = get(path);
        while (!page.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)) && System.nanoTime() < end) {
            Thread.onSpinWait();
            page = get(path);
        }
        return page;
    }

    @Override
    public void close() {
        server.close();
        http.close();
    }
}
