package dev.fairlead.proof.bench;

import dev.fairlead.console.Console;
import dev.fairlead.server.Server;
import dev.fairlead.server.ServerSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// How fast the console's pages are over a large store: makes one where there is none, then asks for each page again
/// and again and prints how long half and 95 in 100 of the answers took.
///
/// Run with a folder, and how many sessions of 200 events there are to be.
public final class ConsoleFigures {

    private static final int WARM = 30;
    private static final int TIMES = 40;

    private ConsoleFigures() {}

    /// Makes and measures.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        int sessions = Integer.parseInt(arguments[1]);
        Path state = folder.resolve("state");
        ServerSettings settings =
                ServerSettings.of(state, folder.resolve("home"), "anna").on(0);
        LargeStore.make(state, sessions);
        try (Server server = Server.start(settings, "bench", _ -> {}, new Console());
                HttpClient http = HttpClient.newHttpClient()) {
            measure(server, http, Files.readString(state.resolve("admin-token")).strip());
        }
    }

    private static void measure(Server server, HttpClient http, String token) throws IOException, InterruptedException {
        String site = "http://127.0.0.1:" + server.port();
        String code = link(server, http, token).replaceAll(".*#", "");
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

    /// A link that lets one browser in.
    static String link(Server server, HttpClient http, String token) throws IOException, InterruptedException {
        String site = "http://127.0.0.1:" + server.port();
        String answer = http.send(
                        HttpRequest.newBuilder(URI.create(site + Console.LINKS))
                                .header("Authorization", "Bearer " + token)
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        return site + answer.replaceAll(".*\"path\":\"([^\"]+)\".*", "$1");
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
