package dev.fairlead.store;

import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.SessionId;
import java.util.List;
import java.util.OptionalLong;

/// Overviews in SQL, the same for SQLite and PostgreSQL.
final class SqlOverview implements OverviewStore {

    private static final long DAY = 86_400_000_000L;
    private static final int MOST_ROWS = 500;
    private static final String SUMS = """
            count(*) as sessions, sum(calls) as calls, sum(failures) as failures, sum(findings) as findings,
            sum(input_tokens + output_tokens) as tokens""";

    private final Database database;

    SqlOverview(Database database) {
        this.database = database;
    }

    private static Query ofSession(String sql, SessionId session, Channel channel) {
        return new Query(sql).where("session = ?", session.value()).where("channel = ?", channel);
    }

    /// Of a call that came back only the agent's own word is looked at; what its text says would have to be read.
    @Override
    public List<Mark> marks(SessionId session, Channel channel) {
        Query query = ofSession(
                        "select sequence, case when kind = 'tool-returned' then 'failed' else kind end as kind from events",
                        session,
                        channel)
                .where("(kind in ('task-given', 'agent-interrupted', 'context-compacted', 'guidance-delivered',"
                        + " 'approval-asked', 'approval-answered', 'switch-thrown', 'subagent-started')"
                        + " or kind = 'tool-returned' and (body like '%\"outcome\":\"failed\"%'"
                        + " or body like '%\"outcome\":\"denied\"%' or body like '%\"outcome\":\"refused\"%'))")
                .then("order by sequence limit " + MOST_MARKS);
        return database.read(
                connection -> query.list(connection, row -> new Mark(row.number("sequence"), row.text("kind"))));
    }

    @Override
    public List<Long> find(SessionId session, Channel channel, String text, long from, int limit) {
        Query query = ofSession("select sequence from events", session, channel)
                .where("sequence >= ?", from)
                .where("kind not in ('noted', 'tokens-used')")
                .where("lower(body) like ? escape '\\'", Texts.pattern(inJson(text)))
                .then("order by sequence limit ?", limit);
        return database.read(connection -> query.list(connection, row -> row.number("sequence")));
    }

    /// A text as it stands within a body.
    private static String inJson(String text) {
        String list = Texts.list(List.of(text));
        return list.substring(2, list.length() - 2);
    }

    @Override
    public OptionalLong call(SessionId session, Channel channel, CallId call) {
        Query query = ofSession("select sequence from events", session, channel)
                .where("kind = 'tool-called'")
                .where("lower(body) like ? escape '\\'", Texts.pattern("\"call\":\"" + inJson(call.value()) + "\""))
                .then("order by sequence limit 1");
        return database.read(connection -> query.first(connection, row -> row.number("sequence"))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty()));
    }

    @Override
    public List<SessionId> children(SessionId parent, Channel channel) {
        Query query = new Query("select session from sessions")
                .where("channel = ?", channel)
                .where("session > ?", parent.value() + "/")
                .where("session < ?", parent.value() + "0")
                .then("order by session limit " + MOST_ROWS);
        return database.read(connection -> query.list(connection, row -> new SessionId(row.text("session"))));
    }

    private static Query narrowed(Query query, Filter filter) {
        return query.where("channel = ?", filter.channel())
                .where("agent = ?", filter.agent())
                .where("model = ?", filter.model())
                .where("person = ?", filter.person())
                .where("repository = ?", filter.repository())
                .within(filter, "last_at");
    }

    @Override
    public List<Fleet> fleet(Filter filter) {
        Query query = narrowed(
                        new Query("select agent, model, version, repository, " + SUMS
                                + ", sum(output_tokens) as output, sum(case when started_at > 0 then (last_at - started_at) / 1000000 else 0 end)"
                                + " as seconds, min(last_at) as first_at, max(last_at) as final_at from sessions"),
                        filter)
                .then("group by agent, model, version, repository"
                        + " order by sessions desc, agent, model, version, repository limit " + MOST_ROWS);
        return database.read(connection -> query.list(
                connection,
                row -> new Fleet(
                        row.text("agent"),
                        row.text("model"),
                        row.text("version"),
                        row.text("repository"),
                        row.number("sessions"),
                        row.number("calls"),
                        row.number("failures"),
                        row.number("findings"),
                        row.number("tokens"),
                        row.number("output"),
                        row.number("seconds"),
                        row.time("first_at"),
                        row.time("final_at"))));
    }

    @Override
    public List<Day> days(Filter filter) {
        Query query = narrowed(
                        new Query("select agent, last_at / " + DAY + " as day, " + SUMS + " from sessions"), filter)
                .where("last_at > 0")
                .then("group by agent, last_at / " + DAY + " order by agent, day");
        return database.read(connection -> query.list(
                connection,
                row -> new Day(
                        row.text("agent"),
                        row.number("day"),
                        row.number("sessions"),
                        row.number("calls"),
                        row.number("failures"),
                        row.number("findings"),
                        row.number("tokens"))));
    }

    @Override
    public List<Group> groups(Filter filter, By by) {
        String column = column(by);
        Query query = new Query(
                        "select " + column + " as name, count(*) as findings, count(distinct f.session) as sessions"
                                + " from findings f join sessions s on s.session = f.session and s.channel = f.channel")
                .where("f.channel = ?", filter.channel())
                .where("s.agent = ?", filter.agent())
                .where("s.model = ?", filter.model())
                .where("s.person = ?", filter.person())
                .where("f.misbehaviour = ?", filter.misbehaviour().map(Misbehaviour::code))
                .where("f.severity >= ?", filter.severity().map(Ranks::of))
                .where("s.repository = ?", filter.repository())
                .where("f.session = ?", filter.session().map(SessionId::value))
                .within(filter, "f.at")
                .saying(filter, "f.claim", "f.remedy")
                .then("group by " + column + " order by findings desc, name limit " + MOST_ROWS);
        return database.read(connection -> query.list(
                connection, row -> new Group(row.text("name"), row.number("findings"), row.number("sessions"))));
    }

    private static String column(By by) {
        return switch (by) {
            case MISBEHAVIOUR -> "f.misbehaviour";
            case DETECTOR -> "f.detector";
            case AGENT -> "s.agent";
            case MODEL -> "s.model";
            case REPOSITORY -> "s.repository";
            case PERSON -> "s.person";
        };
    }

    @Override
    public List<String> names(By by) {
        String column = by == By.MISBEHAVIOUR || by == By.DETECTOR
                ? "agent"
                : column(by).substring(2);
        Query query = new Query("select distinct " + column + " as name from sessions")
                .where(column + " <> ''")
                .then("order by name limit " + MOST_ROWS);
        return database.read(connection -> query.list(connection, row -> row.text("name")));
    }
}
