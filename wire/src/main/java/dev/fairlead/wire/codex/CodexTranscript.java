package dev.fairlead.wire.codex;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ContextInjected;
import dev.fairlead.core.event.Happening.ContextInjected.Source;
import dev.fairlead.core.event.Happening.ToolCalled;
import dev.fairlead.core.event.Happening.ToolReturned;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.event.Tokens;
import dev.fairlead.core.event.Value;
import dev.fairlead.wire.Audience;
import dev.fairlead.wire.Clock;
import dev.fairlead.wire.Transcript;
import dev.fairlead.wire.json.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One rollout of Codex.
///
/// A file holds one session, which its first record names; a session that was forked from another may hold that
/// one's name as well. Where the first record is missing, the file's name stands in for it.
final class CodexTranscript implements Transcript {

    private static final int MOST_HELD = 4_096;
    private static final int STAMP = "rollout-2026-01-01T00-00-00-".length();

    private final String agent;
    private final String name;
    private final List<Held> held = new ArrayList<>();
    private Optional<Place> current = Optional.empty();
    private Instant last = Event.NO_TIME;

    CodexTranscript(String agent, String name) {
        this.agent = agent;
        this.name = name;
    }

    private record Held(Origin origin, Happening what) {}

    /// What is remembered of one session while it is read.
    private static final class Place {
        private final SessionId session;
        private final String thread;
        private final Set<String> ancestors;
        private final Echoes echoes = new Echoes();
        private final Echoes compactions = new Echoes();
        private final CodexCalls calls = new CodexCalls();
        private final CodexUsage usage = new CodexUsage();
        private final Set<String> started = new HashSet<>();
        private final Set<String> ended = new HashSet<>();
        private String directory = "";
        private String model = "";

        Place(SessionId session, String thread, Set<String> ancestors) {
            this.session = session;
            this.thread = thread;
            this.ancestors = ancestors;
        }
    }

    @Override
    public void hear(Node.Fields record, Origin origin, Audience audience) {
        last = Clock.read(record.textOr("timestamp", ""), last);
        Node.Fields payload = record.fields("payload");
        if (record.textOr("type", "").equals("session_meta")) {
            meta(payload, origin, audience);
            return;
        }
        if (current.isEmpty()) {
            begin(Node.Fields.NONE, origin, audience);
        }
        new CodexRecord(record, payload, told(origin, audience)).tell();
    }

    @Override
    public void unread(String reason, String excerpt, Origin origin, Audience audience) {
        Happening.Unread unread = new Happening.Unread(reason, excerpt);
        if (current.isPresent()) {
            audience.hear(current.get().session, last, origin, unread);
        } else {
            held.add(new Held(origin, unread));
            if (held.size() >= MOST_HELD) {
                begin(Node.Fields.NONE, origin, audience);
            }
        }
    }

    @Override
    public void end(Audience audience) {
        if (current.isPresent()) {
            release(current.get(), audience);
        } else if (!held.isEmpty()) {
            begin(Node.Fields.NONE, held.getLast().origin(), audience);
        }
    }

    private Told told(Origin origin, Audience audience) {
        return new Told(current.orElseThrow(), origin, audience);
    }

    private void meta(Node.Fields meta, Origin origin, Audience audience) {
        String thread = thread(meta);
        boolean isSame = current.isPresent()
                && (current.get().thread.equals(thread)
                        || current.get().ancestors.contains(thread));
        if (isSame) {
            told(origin, audience).note("session_meta");
            return;
        }
        current.ifPresent(before -> release(before, audience));
        begin(meta, origin, audience);
    }

    private String thread(Node.Fields meta) {
        String stated = meta.textOr("id", meta.textOr("session_id", ""));
        boolean isStamped = name.startsWith("rollout-") && name.length() > STAMP;
        String byName = isStamped ? name.substring(STAMP) : name;
        return stated.isBlank() ? byName : stated;
    }

    private void begin(Node.Fields meta, Origin origin, Audience audience) {
        String thread = thread(meta);
        Optional<String> parent = parent(meta).filter(each -> !each.isBlank() && !each.equals(thread));
        Set<String> ancestors = new HashSet<>();
        parent.ifPresent(ancestors::add);
        meta.text("forked_from_id").ifPresent(ancestors::add);
        SessionId own = new SessionId(thread);
        Place place =
                new Place(parent.map(each -> new SessionId(each).child(thread)).orElse(own), thread, ancestors);
        current = Optional.of(place);
        for (Held each : held) {
            audience.hear(place.session, last, each.origin(), each.what());
        }
        held.clear();
        place.directory = meta.textOr("cwd", "");
        audience.hear(
                place.session,
                last,
                origin,
                new Happening.SessionStarted(
                        agent,
                        meta.text("cli_version"),
                        meta.text("cwd"),
                        meta.fields("git").text("branch")));
    }

    private static Optional<String> parent(Node.Fields meta) {
        Node.Fields subagent = meta.fields("source").fields("subagent");
        boolean isSubagent = meta.fields("source").has("subagent")
                || meta.textOr("thread_source", "").equals("subagent");
        return subagent.fields("thread_spawn")
                .text("parent_thread_id")
                .or(() -> meta.text("parent_thread_id"))
                .or(() -> isSubagent ? meta.text("session_id") : Optional.empty());
    }

    private void release(Place place, Audience audience) {
        for (CodexCalls.Note note : place.calls.release()) {
            audience.hear(place.session, last, note.origin(), note.returned());
        }
    }

    /// Says what one record tells.
    final class Told {

        private final Place place;
        private final Origin origin;
        private final Audience audience;

        private Told(Place place, Origin origin, Audience audience) {
            this.place = place;
            this.origin = origin;
            this.audience = audience;
        }

        void say(Happening what) {
            audience.hear(place.session, last, origin, what);
        }

        void note(String kind) {
            say(new Happening.Noted(kind));
        }

        void injected(Source source, String from, String text) {
            say(new ContextInjected(source, from, text));
        }

        /// Says what is new, and notes what is the echo of another stream.
        void sayOnce(String kind, String text, Echoes.Stream stream, Happening what) {
            if (place.echoes.isNew(kind, text, stream)) {
                say(what);
            } else {
                note("echo/" + kind);
            }
        }

        void compacted(Echoes.Stream stream, String kind) {
            if (place.compactions.isNew("compaction", "", stream)) {
                say(new Happening.ContextCompacted("unstated", place.usage.context()));
            } else {
                note(kind);
            }
        }

        /// A new turn: what was noted of calls that never came back is now all there is of them.
        void turn(String kind) {
            release(place, audience);
            place.echoes.clear();
            note(kind);
        }

        /// Says where and with which model the agent works from now on.
        void workplace(Node.Fields context) {
            place.model = context.textOr("model", place.model);
            String directory = context.textOr("cwd", place.directory);
            if (directory.equals(place.directory)) {
                note("turn_context");
            } else {
                place.directory = directory;
                say(new Happening.DirectoryChanged(directory, Optional.empty()));
            }
        }

        void usage(String kind, Node.Fields total, Node.Fields latest) {
            Tokens added = place.usage.added(total, latest);
            if (added.equals(Tokens.NONE)) {
                note(kind);
            } else {
                say(new Happening.TokensUsed(place.model, added));
            }
        }

        void called(CallId call, String tool, Value.Fields arguments, Action action) {
            place.calls.made(call, tool, action instanceof Action.Delegate delegate ? delegate.task() : "");
            say(new ToolCalled(call, tool, arguments, action));
        }

        void returned(ToolReturned shown) {
            say(place.calls.returned(shown));
        }

        boolean isKnown(CallId call) {
            return place.calls.isKnown(call);
        }

        Optional<String> taskOfSpawn(CallId call) {
            return place.calls.taskOfSpawn(call);
        }

        /// The client noted how a call ended, which the model may or may not be shown.
        void ended(String kind, ToolReturned returned) {
            place.calls.noted(origin, returned);
            note(kind);
        }

        void startSubagent(String thread, String task) {
            if (!thread.isBlank() && place.started.add(thread)) {
                say(new Happening.SubagentStarted(child(thread), task));
            }
        }

        void endSubagent(String thread) {
            if (place.started.contains(thread) && place.ended.add(thread)) {
                say(new Happening.SubagentEnded(child(thread)));
            }
        }

        CallId callId(String value) {
            return new CallId(value.isBlank() ? "line-" + origin.place() : value);
        }

        private SessionId child(String thread) {
            return new SessionId(place.thread).child(thread);
        }
    }
}
