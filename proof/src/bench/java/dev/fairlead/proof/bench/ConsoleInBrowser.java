package dev.fairlead.proof.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How fast the console is in a real Chromium over a large store: when each page's first content is on the screen, the
/// longest task while the longest session is scrolled through, and how long after its hook a live event is seen.
///
/// Run with a folder, and how many sessions of 200 events there are to be; Chromium is `/usr/bin/chromium`, or what
/// `FAIRLEAD_BROWSER` names.
public final class ConsoleInBrowser {

    private static final int TIMES = 7;
    private static final int HOOKS = 40;
    private static final int SCREEN = 900;

    private static final String OBSERVE = """
            window.longest = 0; window.tasks = 0;
            new PerformanceObserver(list => {
              for (const task of list.getEntries()) { tasks++; longest = Math.max(longest, task.duration); }
            }).observe({entryTypes: ["longtask"]});
            """;
    private static final String PAINT = """
            () => new Promise(done => {
              const told = () => performance.getEntriesByName("first-contentful-paint")[0];
              const look = () => told() ? done(told().startTime) : requestAnimationFrame(look);
              look();
            })
            """;
    private static final String WATCH = """
            window.seen = {};
            new MutationObserver(() => requestAnimationFrame(() => {
              const at = performance.timeOrigin + performance.now();
              for (const [word] of document.body.innerText.matchAll(/moment-\\d+-/g)) seen[word] ??= at;
            })).observe(document.body, {childList: true, subtree: true, characterData: true});
            """;

    private final Server server;
    private final HttpClient http;
    private final Path state;
    private final Page page;

    private ConsoleInBrowser(Server server, HttpClient http, Path state, Page page) {
        this.server = server;
        this.http = http;
        this.state = state;
        this.page = page;
    }

    /// Makes and measures.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        int sessions = Integer.parseInt(arguments[1]);
        Path state = folder.resolve("state");
        ServerSettings settings =
                ServerSettings.of(state, folder.resolve("home"), "anna").on(0);
        LargeStore.make(state, sessions);
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        String chromium = Optional.ofNullable(System.getenv("FAIRLEAD_BROWSER")).orElse("/usr/bin/chromium");
        try (Server server = Server.start(settings, "bench", _ -> {}, new Console());
                HttpClient http = HttpClient.newHttpClient();
                Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of(chromium))
                                .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
            Page page = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, SCREEN))
                    .newPage();
            ConsoleInBrowser figures = new ConsoleInBrowser(server, http, state, page);
            page.navigate(ConsoleFigures.link(server, http, figures.token("admin-token")));
            page.waitForURL(address -> !address.contains("sign-in"));
            figures.firstContent(sessions);
            figures.scrolling(sessions);
            figures.live();
        }
    }

    private String token(String name) throws IOException {
        return Files.readString(state.resolve(name)).strip();
    }

    private void go(String path) {
        page.navigate("http://127.0.0.1:" + server.port() + path);
    }

    private void firstContent(int sessions) {
        List<String> pages = List.of(
                "/now",
                "/approvals",
                "/sessions",
                "/session?id=" + LargeStore.longest(sessions),
                "/findings",
                "/interventions",
                "/fleet",
                "/policy",
                "/audit");
        for (String each : pages) {
            double[] times = new double[TIMES];
            for (int i = -2; i < TIMES; i++) {
                go(each);
                times[Math.max(0, i)] = ((Number) page.evaluate(PAINT)).doubleValue();
            }
            Arrays.sort(times);
            System.out.printf(
                    "%-34s first content: half within %4.0f ms, all of %d within %4.0f ms%n",
                    each, times[TIMES / 2], TIMES, times[TIMES - 1]);
        }
    }

    /// From the first step to the last, a screen at each turn of the wheel, and back in leaps.
    private void scrolling(int sessions) {
        go("/session?id=" + LargeStore.longest(sessions));
        page.waitForSelector("#timeline .step");
        page.evaluate(OBSERVE);
        page.mouse().move(700, 500);
        long steps = 0;
        int turns = 0;
        boolean isAtEnd = false;
        while (!isAtEnd && turns < 4_000) {
            page.mouse().wheel(0, turns % 40 == 39 ? SCREEN * 60.0 : SCREEN);
            page.waitForTimeout(16);
            turns++;
            steps = Math.max(steps, ((Number) page.evaluate("document.querySelectorAll('.step').length")).longValue());
            isAtEnd = (Boolean) page.evaluate("innerHeight + scrollY >= document.documentElement.scrollHeight - 4");
        }
        for (int i = 9; i >= 0; i--) {
            page.evaluate("share => scrollTo(0, document.documentElement.scrollHeight * share)", i / 10.0);
            page.waitForTimeout(120);
        }
        System.out.printf(
                "scrolled through %,d steps in %d turns of the wheel and 10 leaps: %s tasks of more than 50 ms, the longest"
                        + " %.0f ms; at most %d steps in the page%n",
                LargeStore.LONG,
                turns,
                page.evaluate("tasks"),
                ((Number) page.evaluate("longest")).doubleValue(),
                steps);
    }

    private void live() throws IOException, InterruptedException {
        go("/now");
        hook("SessionStart", "\"source\":\"startup\"");
        page.waitForTimeout(600);
        page.evaluate(WATCH);
        double[] times = new double[HOOKS];
        for (int i = 0; i < HOOKS; i++) {
            long start = System.currentTimeMillis();
            hook("UserPromptSubmit", "\"prompt\":\"moment-%d- please\"".formatted(i));
            page.waitForFunction("word => seen[word]", "moment-%d-".formatted(i));
            double seen = ((Number) page.evaluate("word => seen[word]", "moment-%d-".formatted(i))).doubleValue();
            times[i] = seen - start;
        }
        Arrays.sort(times);
        System.out.printf(
                "a live event is on the screen after its hook: half within %.0f ms, 95 in 100 within %.0f ms, all %d within"
                        + " %.0f ms%n",
                times[HOOKS / 2], times[HOOKS * 95 / 100 - 1], HOOKS, times[HOOKS - 1]);
    }

    private void hook(String event, String parts) throws IOException, InterruptedException {
        String payload = "{\"session_id\":\"bench-live\",\"cwd\":\"/srv/shop\",\"hook_event_name\":\"%s\",%s}"
                .formatted(event, parts);
        http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/hooks/claude-code"))
                        .header("Authorization", "Bearer " + token("hook-token"))
                        .POST(HttpRequest.BodyPublishers.ofString(payload))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }
}
