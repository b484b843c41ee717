package dev.fairlead.wire.copilot;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ContextInjected;
import dev.fairlead.core.event.Happening.ContextInjected.Source;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.wire.Audience;
import dev.fairlead.wire.Clock;
import dev.fairlead.wire.Transcript;
import dev.fairlead.wire.json.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One session of Copilot CLI, with the sub-agents whose records stand between its own.
///
/// The first record names the session; where it is missing, the file's name stands in for it. A record of a sub-agent
/// names that by `agentId`, in earlier versions by the call that set it to work.
final class CopilotTranscript implements Transcript {

    private static final int MOST_HELD = 4_096;
    private static final int MOST_AGENTS = 256;

    private final String agent;
    private final String name;
    private final CopilotUsage usage = new CopilotUsage();
    private final List<Held> held = new ArrayList<>();
    private final Map<SessionId, CopilotCalls> calls = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<SessionId> started = new LinkedHashSet<>();
    private Optional<SessionId> current = Optional.empty();
    private Node.Fields start = Node.Fields.NONE;
    private String directory = "";
    private String order = "";
    private Instant last = Event.NO_TIME;

    CopilotTranscript(String agent, String name) {
        this.agent = agent;
        this.name = name;
    }

    private record Held(Origin origin, Happening what) {}

    @Override
    public void hear(Node.Fields record, Origin origin, Audience audience) {
        last = Clock.read(record.textOr("timestamp", ""), last);
        Node.Fields data = record.fields("data");
        if (record.textOr("type", "").equals("session.start")) {
            boolean isSame = current.isPresent() && current.get().value().equals(data.textOr("sessionId", ""));
            if (isSame) {
                new Told(current.get(), origin, audience).note("session.start");
            } else {
                begin(data, origin, audience);
            }
            return;
        }
        if (current.isEmpty()) {
            begin(Node.Fields.NONE, origin, audience);
        }
        SessionId parent = current.orElseThrow();
        Optional<String> child =
                record.text("agentId").or(() -> data.text("parentToolCallId")).filter(each -> !each.isBlank());
        SessionId session = child.map(parent::child).orElse(parent);
        if (child.isPresent() && isFirst(session)) {
            audience.hear(
                    session,
                    last,
                    origin,
                    new Happening.SessionStarted(agent, start.text("copilotVersion"), filled(directory), branch()));
        }
        new CopilotRecord(record, new Told(session, origin, audience)).tell();
    }

    @Override
    public void unread(String reason, String excerpt, Origin origin, Audience audience) {
        Happening.Unread unread = new Happening.Unread(reason, excerpt);
        if (current.isPresent()) {
            audience.hear(current.get(), last, origin, unread);
        } else {
            held.add(new Held(origin, unread));
            if (held.size() >= MOST_HELD) {
                begin(Node.Fields.NONE, origin, audience);
            }
        }
    }

    @Override
    public void end(Audience audience) {
        if (!held.isEmpty()) {
            begin(Node.Fields.NONE, held.getLast().origin(), audience);
        }
    }

    private void begin(Node.Fields data, Origin origin, Audience audience) {
        start = data;
        directory = data.fields("context").textOr("cwd", "");
        String stated = data.textOr("sessionId", "");
        SessionId session = new SessionId(stated.isBlank() ? name : stated);
        current = Optional.of(session);
        for (Held each : held) {
            audience.hear(session, last, each.origin(), each.what());
        }
        held.clear();
        audience.hear(
                session,
                last,
                origin,
                new Happening.SessionStarted(agent, data.text("copilotVersion"), filled(directory), branch()));
    }

    private Optional<String> branch() {
        return start.fields("context").text("branch");
    }

    private boolean isFirst(SessionId session) {
        boolean isNew = started.add(session);
        if (started.size() > MOST_AGENTS) {
            started.remove(started.iterator().next());
        }
        return isNew;
    }

    private static Optional<String> filled(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /// Says what one record tells, in the session that it belongs to.
    final class Told {

        private final SessionId session;
        private final Origin origin;
        private final Audience audience;

        private Told(SessionId session, Origin origin, Audience audience) {
            this.session = session;
            this.origin = origin;
            this.audience = audience;
        }

        void say(Happening what) {
            audience.hear(session, last, origin, what);
        }

        void note(String kind) {
            say(new Happening.Noted(kind));
        }

        void injected(Source source, String from, String text) {
            say(new ContextInjected(source, from, text));
        }

        /// What is remembered of this session's calls.
        CopilotCalls calls() {
            CopilotCalls own = calls.computeIfAbsent(session, _ -> new CopilotCalls());
            if (calls.size() > MOST_AGENTS) {
                calls.remove(calls.keySet().iterator().next());
            }
            return own;
        }

        CopilotUsage usage() {
            return usage;
        }

        /// A hook keeps the agent from stopping: its reason becomes the next message to the agent.
        void order(String reason) {
            order = reason;
        }

        /// Whether a message is the one that a hook ordered, which is then carried out.
        boolean isOrder(String text) {
            boolean isSame = !order.isEmpty() && order.equals(text);
            order = isSame ? "" : order;
            return isSame;
        }

        /// Says where the agent works from now on.
        void workplace(String kind, Node.Fields context) {
            String now = context.textOr("cwd", directory);
            if (now.equals(directory)) {
                note(kind);
            } else {
                directory = now;
                say(new Happening.DirectoryChanged(now, context.text("branch")));
            }
        }

        /// A sub-agent set to work: said in the session of the agent that called it.
        void startSubagent(CallId call, String description) {
            SessionId parent = current.orElseThrow();
            String task = Optional.ofNullable(calls.get(parent))
                    .flatMap(each -> each.task(call))
                    .orElse(description);
            SessionId child = parent.equals(session) ? parent.child(call.value()) : session;
            audience.hear(parent, last, origin, new Happening.SubagentStarted(child, task));
        }

        void endSubagent(CallId call) {
            SessionId parent = current.orElseThrow();
            SessionId child = parent.equals(session) ? parent.child(call.value()) : session;
            audience.hear(parent, last, origin, new Happening.SubagentEnded(child));
        }

        CallId callId(String value) {
            return new CallId(value.isBlank() ? "line-" + origin.place() : value);
        }
    }
}
