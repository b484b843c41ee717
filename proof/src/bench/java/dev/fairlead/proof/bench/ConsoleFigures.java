package dev.fairlead.proof.bench;

import dev.fairlead.console.Console;
import dev.fairlead.core.detect.Evidence;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.event.Tokens;
import dev.fairlead.core.event.Value;
import dev.fairlead.server.Server;
import dev.fairlead.server.ServerSettings;
import dev.fairlead.store.Channel;
import dev.fairlead.store.Entry;
import dev.fairlead.store.Store;
import dev.fairlead.store.StoreSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/// How fast the console's pages are over a large store: makes one where there is none, then asks for each page again
/// and
/// again and prints how long half and 95 in 100 of the answers took.
///
/// Run with a folder, and how many sessions of 200 events there are to be.
public final class ConsoleFigures {

    private static final int EVENTS = 200;
    private static final int LONG = 20_000;
    private static final int WARM = 30;
    private static final int TIMES = 40;
    private static final List<String> AGENTS = List.of("claude-code", "codex", "gemini-cli", "opencode");

    private ConsoleFigures() {}

    /// Makes and measures.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        int sessions = Integer.parseInt(arguments[1]);
        Path state = folder.resolve("state");
        ServerSettings settings =
                ServerSettings.of(state, folder.resolve("home"), "anna").on(0);
        Files.createDirectories(state);
        if (!Files.exists(state.resolve("fairlead.db"))) {
            try (Store store = Store.open(StoreSettings.file(state.resolve("fairlead.db")))) {
                fill(store, sessions);
            }
        }
        try (Server server = Server.start(settings, "bench", _ -> {}, new Console());
                HttpClient http = HttpClient.newHttpClient()) {
            measure(server, http, Files.readString(state.resolve("admin-token")).strip());
        }
    }

    private static void fill(Store store, int sessions) {
        Random random = new Random(7);
        Instant begin = Instant.now().minusSeconds(90L * 86_400);
        List<Entry> batch = new ArrayList<>();
        for (int i = 0; i <= sessions; i++) {
            SessionId id = new SessionId("session-" + i);
            Instant start = begin.plusSeconds(90L * 86_400 * i / (sessions + 1));
            int events = i == sessions ? LONG : EVENTS;
            for (int n = 0; n < events; n++) {
                Event event = new Event(id, n, start.plusSeconds(n), Origin.line(n + 1L), happening(n, i, random));
                batch.add(Entry.Happened.unjudged(Channel.LIVE, event));
                if (n % 97 == 90) {
                    batch.add(new Entry.Found(Channel.LIVE, id, n, 0, event.at(), finding(n, random)));
                }
            }
            if (batch.size() > 5_000 || i == sessions) {
                store.sessions().append(batch);
                batch.clear();
            }
        }
    }

    private static Happening happening(int n, int session, Random random) {
        CallId call = new CallId("call-" + n / 4);
        String agent = AGENTS.get(session % AGENTS.size());
        if (n == 0) {
            return new Happening.SessionStarted(
                    agent,
                    Optional.of("1." + session / 500),
                    Optional.of("/srv/repo" + session % 40),
                    Optional.of("main"));
        }
        if (n == 1) {
            return new Happening.TaskGiven("Let the importer of part %d accept blank lines".formatted(session), 0);
        }
        return switch (n % 4) {
            case 0 ->
                new Happening.ToolCalled(
                        call,
                        "Bash",
                        Value.Fields.of(Map.of("command", new Value.Text("pytest -q tests/part" + n))),
                        new Action.Command("pytest -q tests/part" + n + " && git add -A", Optional.empty()));
            case 1 ->
                new Happening.ToolReturned(
                        call,
                        random.nextInt(6) == 0 ? Outcome.FAILED : Outcome.SUCCEEDED,
                        OptionalInt.empty(),
                        "12 passed, 1 failed in tests/part%d.py\n".formatted(n).repeat(6),
                        0);
            case 2 -> new Happening.TokensUsed("model-" + session % 3, new Tokens(900, 100, 0, 120));
            default -> new Happening.AgentSpoke("I look at part %d of the importer next.".formatted(n));
        };
    }

    private static Finding finding(int n, Random random) {
        Misbehaviour misbehaviour = Misbehaviour.values()[random.nextInt(8)];
        return new Finding(
                misbehaviour.code(),
                misbehaviour,
                Severity.values()[random.nextInt(3)],
                0.9,
                "called `Bash` with `pytest -q` again and got the same answer",
                "read the answer that keeps coming back, and change one thing",
                List.of(
                        new Evidence(n - 4L, Origin.line(n - 3L), Optional.empty()),
                        new Evidence(n, Origin.line(n + 1L), Optional.empty())));
    }

    private static void measure(Server server, HttpClient http, String token) throws IOException, InterruptedException {
        String site = "http://127.0.0.1:" + server.port();
        String link = http.send(
                        HttpRequest.newBuilder(URI.create(site + Console.LINKS))
                                .header("Authorization", "Bearer " + token)
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        String code = link.replaceAll(".*#([\\w-]+).*", "$1");
        String cookie = http.send(
                        HttpRequest.newBuilder(URI.create(site + "/sign-in"))
                                .POST(HttpRequest.BodyPublishers.ofString("code=" + code))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .replaceAll(";.*", "");
        for (String page : pages(http, site, cookie)) {
            long[] times = new long[TIMES];
            for (int i = -WARM; i < TIMES; i++) {
                long start = System.nanoTime();
                HttpResponse<String> answer = ask(http, site + page, cookie);
                times[Math.max(0, i)] = (System.nanoTime() - start) / 1_000;
                if (answer.statusCode() != 200) {
                    throw new IOException(page + " answers " + answer.statusCode());
                }
            }
            Arrays.sort(times);
            System.out.printf(
                    "%-60s p50 %6.1f ms  p95 %6.1f ms%n",
                    page, times[TIMES / 2] / 1e3, times[TIMES * 95 / 100 - 1] / 1e3);
        }
    }

    private static List<String> pages(HttpClient http, String site, String cookie)
            throws IOException, InterruptedException {
        String list = ask(http, site + "/sessions", cookie).body();
        String longest = list.replaceAll("(?s).*?href=\"(/session\\?id=[^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        return List.of(
                "/now",
                "/approvals",
                "/reviewers",
                "/sessions",
                "/sessions?text=part+7777",
                "/sessions?class=repetition-loop",
                longest,
                longest.replace("/session?", "/session/steps?") + "&from=12000",
                longest.replace("/session?", "/session/find?") + "&q=part+19991",
                "/findings",
                "/findings?class=edit-churn&severity=medium&by=repository",
                "/labels",
                "/interventions",
                "/fleet",
                "/policy",
                "/policy/edit?level=person",
                "/audit",
                "/audit?kind=decisions");
    }

    private static HttpResponse<String> ask(HttpClient http, String address, String cookie)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Cookie", cookie)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
