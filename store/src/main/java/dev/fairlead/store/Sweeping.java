package dev.fairlead.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One round of letting go. Sessions go a few at a time, so that writers in between never wait long.
final class Sweeping {

    private static final int AT_ONCE = 20;

    private final Database database;
    private final Retention retention;
    private final Instant now;
    private long sessions;
    private long events;

    Sweeping(Database database, Retention retention, Instant now) {
        this.database = database;
        this.retention = retention;
        this.now = now;
    }

    /// A session that may go.
    private record Candidate(String session, String channel, long events, long bytes) {}

    Retention.Swept sweep() {
        retention.age().ifPresent(age -> sweepBefore(earlier(now.minus(age))));
        long left = bytes();
        if (retention.bytes().isPresent()) {
            left = sweepTo(retention.bytes().get(), left);
        }
        if (sessions > 0) {
            database.shrink();
        }
        return new Retention.Swept(sessions, events, left);
    }

    private Instant earlier(Instant time) {
        Instant safe = now.minus(Retention.SAFE);
        return time.isBefore(safe) ? time : safe;
    }

    private void sweepBefore(Instant time) {
        List<Candidate> silent = candidates(1, time);
        while (!silent.isEmpty()) {
            remove(silent);
            silent = candidates(1, time);
        }
    }

    private long sweepTo(long most, long bytes) {
        long left = bytes;
        while (left > most) {
            long excess = left - most;
            List<Candidate> silent = candidates(Long.MIN_VALUE, now.minus(Retention.SAFE));
            int count = 0;
            long freed = 0;
            while (count < silent.size() && freed < excess) {
                freed += silent.get(count).bytes();
                count++;
            }
            if (count == 0) {
                return left;
            }
            remove(silent.subList(0, count));
            left = bytes();
        }
        return left;
    }

    /// Those that fell silent first.
    ///
    /// @param from of the time of their last event, which is 0 where none of their events has one
    private List<Candidate> candidates(long from, Instant before) {
        Query query = new Query("select session, channel, events, bytes from sessions")
                .where("last_at >= ?", from)
                .where("last_at < ?", before)
                .then("order by last_at, session, channel limit " + AT_ONCE);
        return database.read(connection -> query.list(
                connection,
                row -> new Candidate(
                        row.text("session"), row.text("channel"), row.number("events"), row.number("bytes"))));
    }

    private void remove(List<Candidate> candidates) {
        database.write(connection -> {
            for (Candidate each : candidates) {
                for (String table : List.of("events", "findings", "code_changes", "sessions")) {
                    new Query("delete from " + table)
                            .where("session = ?", each.session())
                            .where("channel = ?", each.channel())
                            .run(connection);
                }
                Optional<Boolean> other = new Query("select 1 from sessions")
                        .where("session = ?", each.session())
                        .first(connection, _ -> true);
                if (other.isEmpty()) {
                    removeRest(connection, each.session());
                }
            }
            return candidates.size();
        });
        for (Candidate each : candidates) {
            sessions++;
            events += each.events();
        }
    }

    private static void removeRest(Connection connection, String session) throws SQLException {
        new Query("delete from approval_votes where approval in (select id from approvals where session = ?)", session)
                .run(connection);
        for (String table : List.of("grants", "approvals", "interventions", "decisions")) {
            new Query("delete from " + table).where("session = ?", session).run(connection);
        }
    }

    private long bytes() {
        return database.read(connection -> new Query("select coalesce(sum(bytes), 0) as bytes from sessions")
                .first(connection, row -> row.number("bytes"))
                .orElse(0L));
    }
}
