package dev.fairlead.wire;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Flaw;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.event.Tokens;
import dev.fairlead.core.event.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/// Sessions of every kind of event, made by chance from a seed, with texts that are hard to write.
final class RandomEvents {

    private static final List<String> TEXTS = List.of(
            "",
            "ok",
            " two\nlines\r\n",
            "tab\tquote\"back\\slash/",
            "\u0000\u0007\u001b[31m",
            "half \ud800 and \udc00",
            "ü ß € \ud83d\ude00 \u2028 \uFEFF",
            "{\"json\":[1]}",
            "x".repeat(5_000));
    private static final List<String> NUMBERS = List.of("0", "-1", "1e-9", "123456789012345678901234567890", "2.50");

    private final Random random;
    private final Map<SessionId, Long> sequences = new HashMap<>();
    private int calls;

    private RandomEvents(long seed) {
        this.random = new Random(seed);
    }

    /// Events of up to three sessions, those of each numbered without gaps.
    static List<Event> of(long seed, int length) {
        RandomEvents made = new RandomEvents(seed);
        List<Event> events = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            events.add(made.event());
        }
        return events;
    }

    private Event event() {
        SessionId session = new SessionId("session-" + random.nextInt(3));
        long sequence = sequences.merge(session, 1L, Long::sum) - 1;
        Instant at = random.nextInt(5) == 0
                ? Event.NO_TIME
                : Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextInt(1_000_000_000));
        Origin origin =
                random.nextBoolean() ? Origin.line(1 + random.nextLong(1_000_000)) : Origin.index(random.nextInt(9));
        return new Event(session, sequence, at, origin, random.nextInt(3) == 0 ? seldom() : often());
    }

    private Happening often() {
        return switch (random.nextInt(10)) {
            case 0 -> new Happening.SessionStarted(text(), maybe(), maybe(), maybe());
            case 1 -> new Happening.DirectoryChanged(text(), maybe());
            case 2 -> new Happening.TaskGiven(text(), random.nextInt(3));
            case 3 ->
                new Happening.ContextInjected(pick(List.of(Happening.ContextInjected.Source.values())), text(), text());
            case 4 -> new Happening.AgentSpoke(text());
            case 5 -> new Happening.AgentThought(text());
            case 6 ->
                new Happening.TokensUsed(text(), new Tokens(random.nextInt(), 1, random.nextLong(), random.nextInt(9)));
            case 7 ->
                new Happening.ToolReturned(
                        call(), pick(List.of(Outcome.values())), status(), text(), random.nextInt(3));
            default -> new Happening.ToolCalled(call(), text(), arguments(3), action());
        };
    }

    private Happening seldom() {
        return switch (random.nextInt(13)) {
            case 0 -> new Happening.AgentInterrupted();
            case 1 -> new Happening.ContextCompacted(text(), random.nextLong());
            case 2 -> new Happening.GuidanceDelivered(text(), random.nextLong(), text(), random.nextBoolean());
            case 3 -> new Happening.ApprovalAsked(call(), text());
            case 4 -> new Happening.ApprovalAnswered(call(), random.nextBoolean(), text());
            case 5 -> new Happening.SwitchThrown(text(), random.nextBoolean(), text());
            case 6 -> new Happening.JudgeAnswered(text(), random.nextBoolean(), random.nextDouble());
            case 7 -> new Happening.SubagentStarted(new SessionId("a/b"), text());
            case 8 -> new Happening.SubagentEnded(new SessionId("a/b"));
            case 9 -> new Happening.SessionEnded(text());
            case 10 -> new Happening.Noted(text());
            case 11 -> new Happening.ChangeReviewed(call(), random.nextInt(99), flaw(), List.of(3L, 5L));
            default -> new Happening.Unread(text(), text());
        };
    }

    private Optional<Flaw> flaw() {
        Flaw.Side side = pick(List.of(Flaw.Side.values()));
        return random.nextBoolean()
                ? Optional.empty()
                : Optional.of(
                        new Flaw(text(), side, random.nextBoolean(), text(), 7, random.nextLong(), text(), text()));
    }

    private Action action() {
        return switch (random.nextInt(12)) {
            case 0 -> new Action.Command(text(), maybe());
            case 1 -> new Action.Read(text());
            case 2 -> new Action.Edit(text(), List.of(new Action.Replacement(text(), text(), random.nextBoolean())));
            case 3 -> new Action.Write(text(), text());
            case 4 ->
                new Action.Patch(List.of(
                        new Action.FilePatch(text(), pick(List.of(Action.FilePatch.Kind.values())), text(), text())));
            case 5 -> new Action.Search(text(), maybe());
            case 6 -> new Action.Fetch(text());
            case 7 -> new Action.Delegate(text());
            case 8 -> new Action.Poll(text());
            case 9 -> new Action.Ask(text());
            case 10 -> new Action.Plan();
            default -> new Action.Other();
        };
    }

    /// Half a character may stand in a text, but JSON's readers refuse it in a key.
    private Value.Fields arguments(int depth) {
        Map<String, Value> fields = new HashMap<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            fields.put(text().replace('\ud800', '?').replace('\udc00', '?'), value(depth - 1));
        }
        return Value.Fields.of(fields);
    }

    private Value value(int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> new Value.Text(text());
            case 1 -> new Value.Numeral(pick(NUMBERS));
            case 2 -> new Value.Flag(random.nextBoolean());
            case 3 -> new Value.Nothing();
            case 4 -> new Value.Items(List.of(value(depth - 1), value(depth - 1)));
            default -> arguments(depth);
        };
    }

    private CallId call() {
        return new CallId("c" + calls++);
    }

    private OptionalInt status() {
        return random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt());
    }

    private Optional<String> maybe() {
        return random.nextBoolean() ? Optional.empty() : Optional.of(text());
    }

    private String text() {
        return pick(TEXTS);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
