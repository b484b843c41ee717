package dev.fairlead.console;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.event.Tokens;
import dev.fairlead.core.event.Value;
import dev.fairlead.wire.events.EventLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/// A morning on which much goes on: the same each time, at the same minute.
final class Scene implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");

    private static final String CHURN = "5336b702-2424-42d9-b0df-fcd83a2a9e94";
    static final String POLICY = """
            version: 1
            budgets:
              tokens: 400_000
              calls: 60
              money: 2.5
              prices:
                - model: claude-*
                  input: 3
                  output: 15
                  cached: 0.3
                  cache-written: 3.75
              mode: ask
            """;

    private final Hand hand = new Hand(NOW.minus(Duration.ofMinutes(40)));
    private final List<CompletableFuture<String>> held = new ArrayList<>();
    private final Stand stand;
    private final String approval;
    private final List<String> settled = new ArrayList<>();

    Scene(Path folder) {
        try {
            Files.createDirectories(folder.resolve("home/.fairlead"));
            Files.createDirectories(folder.resolve("state"));
            Files.writeString(folder.resolve("home/.fairlead/policy.yaml"), POLICY);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        Past.into(folder.resolve("state/fairlead.db"), NOW);
        stand = Stand.in(folder, Duration.ofMinutes(5), hand).withExamples();
        changesThePolicy();
        decides();
        labels();
        works();
        holds();
        approval = asks();
    }

    Stand stand() {
        return stand;
    }

    /// The question that waits.
    String approval() {
        return approval;
    }

    /// What differs from run to run, and what is put in its place.
    Map<String, String> varying() {
        Map<String, String> varying = new LinkedHashMap<>();
        varying.put(stand.folder().resolve("home").toString(), "/home/anna");
        varying.put(stand.folder().toString(), "");
        varying.put(approval, "k7m2qp");
        settled.forEach(id -> varying.put(id, "settl" + (varying.size() - 2)));
        return varying;
    }

    /// The address of a session with findings.
    static String churn() {
        return "/session?id=" + CHURN + "&step=52#f-52-0";
    }

    private void changesThePolicy() {
        String edit = stand.get("/policy/edit?level=person");
        String based = edit.replaceAll("(?s).*name=\"based\" value=\"([^\"]*)\".*", "$1");
        stand.post(
                "/policy/save",
                "level",
                "person",
                "based",
                based,
                "text",
                POLICY + "rules:\n  publish: ask\n",
                "why",
                "two packages went out by themselves last week");
    }

    private String waits(CompletableFuture<String> hook) {
        held.add(hook);
        String list = stand.until("/approvals/list", "/approval?id=");
        return list.replaceAll("(?s).*?/approval\\?id=(\\w+).*", "$1");
    }

    private void decides() {
        Plays play = new Plays(stand, "live-release", "/srv/ledger").asks("Publish the release");
        for (String command :
                List.of("git push --force origin v2", "npm publish", "git push --force origin HEAD:main")) {
            String id = waits(play.wants(command));
            settled.add(id);
            hand.forward(Duration.ofSeconds(command.length()));
            if (command.endsWith("main")) {
                stand.post("/approval", "id", id, "decision", "deny", "why", "open a pull request instead");
            } else {
                stand.post("/approval", "id", id, "decision", "once");
            }
            held.removeLast().join();
        }
        play.ends();
    }

    private void labels() {
        for (String part :
                List.of("f-52-0 right it did so three times", "f-38-0 debatable the file had just been read")) {
            String[] words = part.split(" ", 3);
            stand.post(
                    "/session/label",
                    "id",
                    CHURN,
                    "finding",
                    words[0],
                    "verdict",
                    words[1],
                    "why",
                    words.length > 2 ? words[2] : "");
        }
        stand.post(
                "/findings/views",
                "name",
                "failures of the shop",
                "query",
                "class=repeated-tool-failure&repository=shop");
    }

    private void works() {
        hand.forward(Duration.ofMinutes(25));
        Plays play = new Plays(stand, "live-ledger", "/srv/ledger")
                .asks("Let the reader skip blank lines at the end of a file")
                .runs("pytest -q", "12 passed");
        for (int i = 0; i < 3; i++) {
            play.fails("python -m ledger check sample.csv", "Exit code 1\nValueError: row 41 has 3 columns, not 4");
        }
        play.edits(
                "/srv/ledger/reader.py",
                "for row in rows:\n    yield Entry(*row)\n",
                "for row in rows:\n    if not row:  # a blank line\n        continue\n    yield Entry(*row)\n");
        play.runs("rm -rf build && pytest -q tests/test_reader.py", "3 passed");
    }

    /// A session whose events another program sends.
    private static String sent() {
        SessionId id = new SessionId("docs-site-7");
        Instant at = NOW.minus(Duration.ofMinutes(9));
        CallId call = new CallId("c1");
        List<Happening> all = List.of(
                new Happening.SessionStarted(
                        "opencode", Optional.of("1.2.0"), Optional.of("/srv/docs"), Optional.of("main")),
                new Happening.TaskGiven("Describe every option of the command line", 0),
                new Happening.TokensUsed("claude-haiku-4-5", new Tokens(12_000, 180_000, 21_000, 9_400)),
                new Happening.AgentSpoke("I read the help of each command first."),
                new Happening.ToolCalled(
                        call,
                        "bash",
                        Value.Fields.of(Map.of("command", new Value.Text("./shop --help"))),
                        new Action.Command("./shop --help", Optional.empty())),
                new Happening.ToolReturned(call, Outcome.SUCCEEDED, OptionalInt.of(0), "usage: shop [COMMAND]", 0),
                new Happening.TokensUsed("claude-haiku-4-5", new Tokens(2_000, 140_000, 0, 3_100)));
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            lines.add(EventLine.write(new Event(id, i, at.plusSeconds(i * 30L), Origin.index(i), all.get(i))));
        }
        return lines.stream().collect(Collectors.joining("\n"));
    }

    private void holds() {
        new Plays(stand, "live-import", "/srv/shop")
                .asks("Import the catalogue of last year")
                .runs("psql -f import.sql", "INSERT 0 18224");
        stand.post(
                "/switch/stop",
                "scope",
                "chosen",
                "session",
                "live-import",
                "kind",
                "pause",
                "why",
                "wrong database",
                "for",
                "1h");
    }

    private String asks() {
        hand.forward(Duration.ofMinutes(10));
        stand.events(sent());
        Plays play = new Plays(stand, "live-shop", "/srv/shop")
                .asks("Clean up the old branches")
                .runs("git branch -r --merged", "origin/old-checkout\norigin/try-2");
        String id = waits(play.wants("git push --force origin HEAD:main"));
        hand.forward(Duration.between(hand.instant(), NOW));
        stand.until("/session?id=live-shop", "push --force");
        stand.until("/session?id=docs-site-7", "usage: shop");
        return id;
    }

    @Override
    public void close() {
        stand.close();
    }
}
