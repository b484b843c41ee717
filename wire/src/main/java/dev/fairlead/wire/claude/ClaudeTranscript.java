package dev.fairlead.wire.claude;

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
import dev.fairlead.wire.UsageLedger;
import dev.fairlead.wire.json.Node;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One transcript file of Claude Code.
///
/// A file mostly holds one session; a resumed one may begin with records of another, and the records of sub-agents
/// stand between those of their parent. Each session's events go to that session. Records that come before any
/// session id are held until one is known.
final class ClaudeTranscript implements Transcript {

    private static final int MOST_HELD = 4_096;
    private static final int MOST_SESSIONS = 256;

    private final String agent;
    private final String name;
    private final Map<SessionId, Workplace> workplaces = new LinkedHashMap<>(16, 0.75f, true);
    private final List<Held> held = new ArrayList<>();
    private final Deque<String> queued = new ArrayDeque<>();
    private final Set<SessionId> started = new LinkedHashSet<>();
    private final UsageLedger usage = new UsageLedger();
    private Optional<SessionId> current = Optional.empty();
    private Instant last = Event.NO_TIME;

    ClaudeTranscript(String agent, String name) {
        this.agent = agent;
        this.name = name;
    }

    /// What is remembered of one session while its file is read.
    private record Workplace(String directory, String branch) {}

    private record Held(Origin origin, Happening what) {}

    @Override
    public void hear(Node.Fields record, Origin origin, Audience audience) {
        Optional<SessionId> own =
                record.text("sessionId").filter(id -> !id.isBlank()).map(SessionId::new);
        if (own.isPresent()) {
            current = own;
            release(audience, own.get());
        }
        last = Clock.read(record.textOr("timestamp", ""), last);
        Optional<String> agentId =
                record.isTrue("isSidechain") ? Optional.of(record.textOr("agentId", "sidechain")) : Optional.empty();
        Told told = new Told(origin, audience, agentId);
        told.begin(record);
        new ClaudeRecord(record, told).tell();
    }

    @Override
    public void unread(String reason, String excerpt, Origin origin, Audience audience) {
        new Told(origin, audience, Optional.empty()).say(new Happening.Unread(reason, excerpt));
    }

    @Override
    public void end(Audience audience) {
        if (!held.isEmpty()) {
            release(audience, new SessionId(name));
        }
    }

    private static boolean isFirst(Set<SessionId> known, SessionId session) {
        boolean isNew = known.add(session);
        if (known.size() > MOST_SESSIONS) {
            known.remove(known.iterator().next());
        }
        return isNew;
    }

    private void release(Audience audience, SessionId session) {
        for (Held each : held) {
            audience.hear(session, last, each.origin(), each.what());
        }
        held.clear();
    }

    /// Says what one record tells, in the session that it belongs to.
    final class Told {

        private final Origin origin;
        private final Audience audience;
        private final Optional<String> agentId;

        Told(Origin origin, Audience audience, Optional<String> agentId) {
            this.origin = origin;
            this.audience = audience;
            this.agentId = agentId;
        }

        /// The same record's words within a sub-agent's session.
        Told within(String subagent) {
            return new Told(origin, audience, Optional.of(subagent));
        }

        Deque<String> queued() {
            return queued;
        }

        UsageLedger usage() {
            return usage;
        }

        void say(Happening what) {
            Optional<SessionId> session = session();
            if (session.isPresent()) {
                audience.hear(session.get(), last, origin, what);
            } else if (held.size() < MOST_HELD) {
                held.add(new Held(origin, what));
            } else {
                current = Optional.of(new SessionId(name));
                release(audience, current.get());
                audience.hear(current.get(), last, origin, what);
            }
        }

        void injected(Source source, String from, String text) {
            say(new ContextInjected(source, from, text));
        }

        /// Says that a sub-agent set to work, in its parent's session, if that was not said before.
        void startSubagent(String subagent, String task) {
            current.ifPresent(parent -> {
                if (isFirst(started, parent.child(subagent))) {
                    audience.hear(parent, last, origin, new Happening.SubagentStarted(parent.child(subagent), task));
                }
            });
        }

        /// Says that a sub-agent is done, if it is known to have set to work.
        void endSubagent(String subagent) {
            current.filter(parent -> started.contains(parent.child(subagent)))
                    .ifPresent(parent ->
                            audience.hear(parent, last, origin, new Happening.SubagentEnded(parent.child(subagent))));
        }

        /// Says where a session works when it begins, and when that changes.
        void begin(Node.Fields record) {
            Optional<SessionId> session = session();
            if (session.isEmpty()) {
                return;
            }
            Workplace before = workplaces.get(session.get());
            String directory = record.textOr("cwd", before == null ? "" : before.directory());
            String branch = record.textOr("gitBranch", before == null ? "" : before.branch());
            if (before == null) {
                say(new Happening.SessionStarted(agent, record.text("version"), filled(directory), filled(branch)));
            } else if (!directory.equals(before.directory()) || !branch.equals(before.branch())) {
                say(new Happening.DirectoryChanged(directory, filled(branch)));
            } else {
                return;
            }
            workplaces.put(session.get(), new Workplace(directory, branch));
            if (workplaces.size() > MOST_SESSIONS) {
                workplaces.remove(workplaces.keySet().iterator().next());
            }
        }

        CallId callId(String value) {
            return new CallId(value.isBlank() ? "line-" + origin.place() : value);
        }

        private Optional<SessionId> session() {
            return agentId.isPresent() ? current.map(parent -> parent.child(agentId.get())) : current;
        }

        private static Optional<String> filled(String text) {
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        }
    }
}
