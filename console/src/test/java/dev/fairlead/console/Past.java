package dev.fairlead.console;

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
import dev.fairlead.store.Intervention;
import dev.fairlead.store.Store;
import dev.fairlead.store.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Thirty days of two agents, put into a store before its server starts: always the same.
final class Past {

    private static final int DAYS = 30;
    private static final List<String> AGENTS = List.of("claude-code", "codex");
    private static final List<Misbehaviour> CLASSES =
            List.of(Misbehaviour.REPEATED_TOOL_FAILURE, Misbehaviour.REPETITION_LOOP, Misbehaviour.EDIT_CHURN);

    private final List<Entry> entries = new ArrayList<>();
    private final Instant now;

    private Past(Instant now) {
        this.now = now;
    }

    static void into(Path database, Instant now) {
        Past past = new Past(now);
        for (int day = DAYS; day > 0; day--) {
            for (int agent = 0; agent < AGENTS.size(); agent++) {
                for (int i = 0; i < 1 + (day * 7 + agent * 3) % 4; i++) {
                    past.session(day, agent, i);
                }
            }
        }
        try (Store store = Store.open(StoreSettings.file(database))) {
            store.sessions().append(past.entries);
        }
    }

    private void session(int day, int agent, int number) {
        String name = AGENTS.get(agent);
        SessionId id = new SessionId("%s-day%02d-%d".formatted(name, DAYS - day, number));
        Instant start = now.minus(Duration.ofDays(day)).plus(Duration.ofHours(number));
        String version = agent == 0 ? day > 18 ? "2.0.9" : day > 7 ? "2.0.14" : "2.1.0" : day > 12 ? "0.58" : "0.63";
        String model = agent == 0 ? day > 15 ? "claude-sonnet-4" : "claude-sonnet-4-5" : "gpt-5.1-codex";
        List<Happening> happenings = new ArrayList<>(List.of(
                new Happening.SessionStarted(name, Optional.of(version), Optional.of("/srv/shop"), Optional.of("main")),
                new Happening.TaskGiven("Let the importer accept part %d of the catalogue".formatted(day), 0)));
        int calls = 4 + (day * 5 + number * 3 + agent) % 9;
        for (int call = 0; call < calls; call++) {
            boolean isFailed = (day * 3 + call * 7 + agent * 2) % (agent == 0 && day < 15 ? 9 : 5) == 0;
            CallId callId = new CallId("call-" + call);
            happenings.add(new Happening.ToolCalled(
                    callId,
                    "Bash",
                    Value.Fields.of(Map.of("command", new Value.Text("pytest -q"))),
                    new Action.Command("pytest -q", Optional.empty())));
            happenings.add(new Happening.ToolReturned(
                    callId,
                    isFailed ? Outcome.FAILED : Outcome.SUCCEEDED,
                    OptionalInt.empty(),
                    isFailed ? "1 failed, 11 passed" : "12 passed",
                    0));
            happenings.add(new Happening.TokensUsed(model, new Tokens(900L + day * 20L, 8_000, 0, 400)));
        }
        for (int i = 0; i < happenings.size(); i++) {
            entries.add(Entry.Happened.unjudged(
                    Channel.LIVE, new Event(id, i, start.plusSeconds(i * 20L), Origin.index(i), happenings.get(i))));
        }
        entries.add(new Entry.Introduced(
                Channel.LIVE, id, Optional.of(name), Optional.of(agent == 0 ? "shop" : "ledger"), Optional.of("anna")));
        if ((day + number + agent) % 3 == 0) {
            found(id, start, CLASSES.get((day + agent) % CLASSES.size()), day, name);
        }
    }

    private void found(SessionId id, Instant start, Misbehaviour misbehaviour, int day, String agent) {
        Instant at = start.plusSeconds(200);
        Finding finding = new Finding(
                misbehaviour.code(),
                misbehaviour,
                day % 4 == 0 ? Severity.LOW : Severity.MEDIUM,
                0.9,
                "called `Bash` with `pytest -q` three times and got the same answer",
                "read the answer that keeps coming back, and change one thing",
                List.of(
                        new Evidence(2, Origin.index(2), Optional.empty()),
                        new Evidence(8, Origin.index(8), Optional.empty())));
        entries.add(new Entry.Found(Channel.LIVE, id, 8, 0, at, finding));
        boolean isTold = day % 5 != 0;
        Intervention.Outcome outcome = day % 7 == 1
                ? Intervention.Outcome.TOO_SOON
                : day % 11 == 2
                        ? Intervention.Outcome.GAVE_UP
                        : day % (isTold ? 4 : 2) == 1 ? Intervention.Outcome.IGNORED : Intervention.Outcome.HEEDED;
        entries.add(new Entry.Intervened(new Intervention(
                "told-" + id.value(),
                id,
                agent,
                misbehaviour.code(),
                misbehaviour,
                day % 3 == 0 ? "warn" : "nudge",
                "You called `Bash` with `pytest -q` three times and got the same answer. Read the first error, change one"
                        + " thing, then run it again.",
                8,
                day % 13 == 4
                        ? Intervention.State.DROPPED
                        : isTold ? Intervention.State.DELIVERED : Intervention.State.SHADOWED,
                outcome,
                "",
                at,
                isTold ? Optional.of(new Intervention.Delivery(9, at.plusSeconds(5))) : Optional.empty(),
                Intervention.Effort.NONE,
                Intervention.Effort.NONE)));
    }
}
