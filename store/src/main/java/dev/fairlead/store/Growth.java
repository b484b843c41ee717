package dev.fairlead.store;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.SessionId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;

/// What new entries add to what is known of their session at a glance. For one transaction.
final class Growth {

    /// A session, as it came to us.
    record Key(SessionId session, Channel channel) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int bySession = session.compareTo(other.session);
            return bySession != 0 ? bySession : channel.compareTo(other.channel);
        }
    }

    private static final String GROW = """
            insert into sessions (session, channel, agent, version, model, repository, directory, branch, person, task,
                started_at, last_at, ended_at, events, calls, failures, unread, input_tokens, output_tokens, bytes,
                worst, findings)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (session, channel) do update set
                agent = case when excluded.agent = '' then sessions.agent else excluded.agent end,
                version = case when excluded.version = '' then sessions.version else excluded.version end,
                model = case when excluded.model = '' then sessions.model else excluded.model end,
                repository = case when excluded.repository = '' then sessions.repository else excluded.repository end,
                directory = case when excluded.directory = '' then sessions.directory else excluded.directory end,
                branch = case when excluded.branch = '' then sessions.branch else excluded.branch end,
                person = case when excluded.person = '' then sessions.person else excluded.person end,
                task = case when sessions.task = '' then excluded.task else sessions.task end,
                started_at = case
                    when sessions.started_at = 0 or excluded.started_at <> 0
                        and excluded.started_at < sessions.started_at then excluded.started_at
                    else sessions.started_at end,
                last_at = case when excluded.last_at > sessions.last_at then excluded.last_at else sessions.last_at end,
                ended_at = case when ? = 1 then excluded.ended_at else sessions.ended_at end,
                events = sessions.events + excluded.events,
                calls = sessions.calls + excluded.calls,
                failures = sessions.failures + excluded.failures,
                unread = sessions.unread + excluded.unread,
                input_tokens = sessions.input_tokens + excluded.input_tokens,
                output_tokens = sessions.output_tokens + excluded.output_tokens,
                bytes = sessions.bytes + excluded.bytes,
                worst = case when excluded.worst > sessions.worst then excluded.worst else sessions.worst end,
                findings = sessions.findings + excluded.findings
            """;

    private String agent = "";
    private String version = "";
    private String model = "";
    private String repository = "";
    private String directory = "";
    private String branch = "";
    private String person = "";
    private String task = "";
    private long startedAt;
    private long lastAt;
    private long endedAt;
    private boolean isEndSaid;
    private long events;
    private long calls;
    private long failures;
    private long unread;
    private long inputTokens;
    private long outputTokens;
    private long bytes;
    private int worst;
    private long findings;

    /// One event more.
    void add(Entry.Happened happened, int size) {
        Event event = happened.event();
        events++;
        bytes += size;
        failures += happened.failed() ? 1 : 0;
        long at = Times.of(event.at());
        startedAt = at != 0 && (startedAt == 0 || at < startedAt) ? at : startedAt;
        lastAt = Math.max(lastAt, at);
        add(event.what(), at);
    }

    private void add(Happening what, long at) {
        if (what instanceof Happening.SessionStarted started) {
            agent = started.agent();
            version = started.version().orElse(version);
            directory = started.directory().orElse(directory);
            branch = started.branch().orElse(branch);
            goesOn();
        } else if (what instanceof Happening.DirectoryChanged moved) {
            directory = moved.directory();
            branch = moved.branch().orElse(branch);
        } else if (what instanceof Happening.TaskGiven given) {
            task = task.isEmpty() ? Texts.beginning(given.text(), SessionSummary.TASK) : task;
            goesOn();
        } else if (what instanceof Happening.ToolCalled) {
            calls++;
            goesOn();
        } else if (what instanceof Happening.AgentSpoke) {
            goesOn();
        } else if (what instanceof Happening.TokensUsed used) {
            model = used.model().isEmpty() ? model : used.model();
            inputTokens += used.tokens().read();
            outputTokens += used.tokens().output();
        } else if (what instanceof Happening.SessionEnded) {
            isEndSaid = true;
            endedAt = at != 0 ? at : Math.max(1, lastAt);
        } else if (what instanceof Happening.Unread) {
            unread++;
        }
    }

    /// A session that had ended may be taken up again.
    private void goesOn() {
        isEndSaid = true;
        endedAt = 0;
    }

    /// One finding more.
    void add(Entry.Found found) {
        findings++;
        worst = Math.max(worst, Ranks.of(found.finding().severity()));
    }

    /// What no event says.
    void add(Entry.Introduced introduced) {
        agent = introduced.agent().orElse(agent);
        repository = introduced.repository().orElse(repository);
        person = introduced.person().orElse(person);
    }

    /// Adds what there is to what is known of the sessions, in the order of their names.
    static void write(Connection on, SortedMap<Key, Growth> growths) throws SQLException {
        try (PreparedStatement grow = on.prepareStatement(GROW)) {
            for (Map.Entry<Key, Growth> each : growths.entrySet()) {
                each.getValue().fill(grow, each.getKey());
                grow.addBatch();
            }
            grow.executeBatch();
        }
    }

    private void fill(PreparedStatement grow, Key key) throws SQLException {
        Query.fill(
                grow,
                key.session().value(),
                key.channel(),
                agent,
                version,
                model,
                repository,
                directory,
                branch,
                person,
                task,
                startedAt,
                lastAt,
                endedAt,
                events,
                calls,
                failures,
                unread,
                inputTokens,
                outputTokens,
                bytes,
                worst,
                findings,
                isEndSaid);
    }
}
