package dev.fairlead.proof.bench;

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
import dev.fairlead.store.Channel;
import dev.fairlead.store.Entry;
import dev.fairlead.store.Store;
import dev.fairlead.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/// A store of many sessions over ninety days, the last of them a very long one.
final class LargeStore {

    /// The events of the long session.
    static final int LONG = 20_000;

    private static final int EVENTS = 200;
    private static final List<String> AGENTS = List.of("claude-code", "codex", "gemini-cli", "opencode");

    private LargeStore() {}

    /// Makes it where there is none.
    ///
    /// @param sessions of 200 events each; one more has [#LONG]
    static void make(Path state, int sessions) throws IOException {
        Files.createDirectories(state);
        Path database = state.resolve("fairlead.db");
        if (!Files.exists(database)) {
            try (Store store = Store.open(StoreSettings.file(database))) {
                fill(store, sessions);
            }
        }
    }

    /// The name of the long session.
    static String longest(int sessions) {
        return "session-" + sessions;
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
}
