package dev.fairlead.store;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/// Sessions to be stored.
final class Sample {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /// What texts of agents hold, at times: what SQL, JSON or UTF-8 might stumble over.
    private static final List<String> TEXTS = List.of(
            "make the tests pass",
            "it's 100 % \"done\"; drop table events; --",
            "nul \0 and half a character \ud83d here",
            "zwölf Boxkämpfer 🥊 jagen\nVíctor\tquer",
            "",
            "\\n \\u0000 %_");

    private Sample() {}

    static SessionId session(String name) {
        return new SessionId(name);
    }

    /// An event, a second after the one before.
    static Event event(SessionId session, long sequence, Happening what) {
        return new Event(session, sequence, NOON.plusSeconds(sequence), Origin.line(sequence + 1), what);
    }

    static Entry.Happened live(SessionId session, long sequence, Happening what) {
        return Entry.Happened.unjudged(Channel.LIVE, event(session, sequence, what));
    }

    static Finding finding(Misbehaviour misbehaviour, Severity severity, long sequence) {
        return new Finding(
                "repetition-loop",
                misbehaviour,
                severity,
                0.93,
                "called `bash` 4 times in a row",
                "read the first error",
                List.of(new Evidence(sequence, Origin.line(sequence + 1), Optional.of(new CallId("c1")))));
    }

    static Entry.Found found(SessionId session, long sequence, int ordinal, Finding finding) {
        return new Entry.Found(Channel.LIVE, session, sequence, ordinal, NOON.plusSeconds(sequence), finding);
    }

    /// A short session with one of each that is counted.
    static List<Entry> session(SessionId id) {
        List<Entry> entries = new ArrayList<>();
        Happening[] happenings = {
            new Happening.SessionStarted(
                    "codex", Optional.of("0.99"), Optional.of("/home/a/shop"), Optional.of("main")),
            new Happening.TaskGiven("  make   the\ntests pass  ", 0),
            new Happening.ToolCalled(
                    new CallId("c1"),
                    "bash",
                    Value.Fields.of(Map.of("command", new Value.Text("pytest"))),
                    new Action.Command("pytest", Optional.empty())),
            new Happening.ToolReturned(new CallId("c1"), Outcome.FAILED, OptionalInt.of(1), "3 errors", 0),
            new Happening.TokensUsed("gpt-9", new Tokens(100, 20, 3, 40)),
            new Happening.Unread("an unknown kind", "{}"),
            new Happening.AgentSpoke("done"),
        };
        for (int i = 0; i < happenings.length; i++) {
            entries.add(live(id, i, happenings[i]));
        }
        return entries;
    }

    /// A session whose texts are odd, from a seed.
    static List<Entry> random(SessionId id, long seed, int events) {
        Random random = new Random(seed);
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            String text = TEXTS.get(random.nextInt(TEXTS.size()));
            CallId call = new CallId("call-" + i / 2);
            Happening what = switch (random.nextInt(5)) {
                case 0 -> new Happening.TaskGiven(text, i);
                case 1 -> new Happening.AgentSpoke(text);
                case 2 ->
                    new Happening.ToolCalled(
                            call,
                            "edit",
                            Value.Fields.of(Map.of("path", new Value.Text(text))),
                            new Action.Write(text, text));
                case 3 ->
                    new Happening.ToolReturned(
                            call,
                            random.nextBoolean() ? Outcome.FAILED : Outcome.SUCCEEDED,
                            OptionalInt.empty(),
                            text,
                            0);
                default -> new Happening.Noted(text);
            };
            Instant at = random.nextInt(9) == 0
                    ? Event.NO_TIME
                    : NOON.plusSeconds(i).plusNanos(random.nextInt(1_000_000_000));
            entries.add(Entry.Happened.unjudged(Channel.LIVE, new Event(id, i, at, Origin.line(i + 1), what)));
        }
        return entries;
    }

    static List<Event> events(List<Entry> entries) {
        List<Event> events = new ArrayList<>();
        for (Entry each : entries) {
            if (each instanceof Entry.Happened happened) {
                events.add(happened.event());
            }
        }
        return events;
    }

    static Intervention intervention(String id, SessionId session, int minute) {
        return new Intervention(
                id,
                session,
                "codex",
                "repetition-loop",
                Misbehaviour.REPETITION_LOOP,
                "nudge",
                "read the first error [" + id + "]",
                7,
                Intervention.State.DECIDED,
                Intervention.Outcome.TOO_SOON,
                "treated",
                NOON.plusSeconds(60L * minute),
                Optional.empty(),
                new Intervention.Effort(1_000, 4),
                Intervention.Effort.NONE);
    }

    static Approval.Request request(SessionId session, String call, int needed) {
        return request(session, call, new Approval.Panel(needed, "", Optional.empty()), false);
    }

    static Approval.Request request(SessionId session, String call, Approval.Panel panel, boolean isCanary) {
        return new Approval.Request(
                session,
                new CallId(call),
                "bash",
                "git push --force",
                "it rewrites what others have",
                List.of("rewrites-history"),
                List.of("rewrites `main` of `origin`"),
                new Approval.Background("push what I made", ""),
                NOON,
                NOON.plusSeconds(600),
                panel,
                isCanary);
    }
}
