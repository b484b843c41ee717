package dev.fairlead.store;

import dev.fairlead.core.event.SessionId;
import dev.fairlead.store.CodeChange.Sums;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/// The changes in the code in SQL, the same for SQLite and PostgreSQL.
final class SqlSeries implements SeriesStore {

    private static final long DAY = 86_400_000_000L;
    private static final int MOST_ROWS = 500;
    private static final String INSERT = """
            insert into code_changes (session, channel, sequence, ordinal, at, agent, model, version, repository, path,
                language, added, removed, touched, cognitive, cyclomatic, lines, hard, security, reliability, hygiene,
                flaws, functions)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (session, channel, sequence, ordinal) do update set at = excluded.at, agent = excluded.agent,
                model = excluded.model, version = excluded.version, repository = excluded.repository,
                path = excluded.path, language = excluded.language, added = excluded.added,
                removed = excluded.removed, touched = excluded.touched, cognitive = excluded.cognitive,
                cyclomatic = excluded.cyclomatic, lines = excluded.lines, hard = excluded.hard,
                security = excluded.security, reliability = excluded.reliability, hygiene = excluded.hygiene,
                flaws = excluded.flaws, functions = excluded.functions
            """;
    private static final String SUMS = """
            count(*) as changes, sum(added) as added, sum(removed) as removed, sum(touched) as touched,
            sum(cognitive) as cognitive, sum(cyclomatic) as cyclomatic, sum(lines) as lines, sum(hard) as hard,
            sum(security) as security, sum(reliability) as reliability, sum(hygiene) as hygiene""";

    private final Database database;

    SqlSeries(Database database) {
        this.database = database;
    }

    /// Writes changes down within a transaction; one that is known is replaced.
    static void append(Connection connection, List<Entry.Reviewed> reviewed) throws SQLException {
        if (reviewed.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Entry.Reviewed each : reviewed) {
                fill(insert, each.change());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void fill(PreparedStatement insert, CodeChange each) throws SQLException {
        Sums sums = each.sums();
        Query.fill(
                insert,
                each.session().value(),
                each.channel(),
                each.sequence(),
                each.ordinal(),
                each.at(),
                each.agent(),
                each.model(),
                each.version(),
                each.repository(),
                each.path(),
                each.language(),
                sums.added(),
                sums.removed(),
                sums.touched(),
                sums.cognitive(),
                sums.cyclomatic(),
                sums.lines(),
                sums.hard(),
                sums.security(),
                sums.reliability(),
                sums.hygiene(),
                Texts.json(json -> {
                    json.list();
                    CodeChangeText.flaws(json, each.flaws());
                    json.endArray();
                }),
                Texts.json(json -> {
                    json.list();
                    CodeChangeText.functions(json, each.functions());
                    json.endArray();
                }));
    }

    @Override
    public List<CodeChange> of(SessionId session, Channel channel) {
        Query query = new Query("select * from code_changes")
                .where("session = ?", session.value())
                .where("channel = ?", channel)
                .then("order by sequence, ordinal limit " + MOST);
        return database.read(connection -> query.list(connection, SqlSeries::read));
    }

    private static Query narrowed(Query query, Filter filter) {
        return query.where("channel = ?", filter.channel())
                .where("agent = ?", filter.agent())
                .where("repository = ?", filter.repository())
                .where("session = ?", filter.session().map(SessionId::value))
                .within(filter, "at")
                .saying(filter, "path");
    }

    @Override
    public Page<CodeChange> changes(Filter filter) {
        Query query = narrowed(new Query("select * from code_changes"), filter);
        List<String> keys = List.of("at", "sequence", "ordinal", "session", "channel");
        return database.read(connection -> query.page(connection, filter, keys, 3, SqlSeries::read));
    }

    private static CodeChange read(Row row) throws SQLException {
        return new CodeChange(
                row.constant(Channel.class, "channel"),
                new SessionId(row.text("session")),
                row.number("sequence"),
                row.integer("ordinal"),
                row.time("at"),
                row.text("agent"),
                row.text("model"),
                row.text("version"),
                row.text("repository"),
                row.text("path"),
                row.text("language"),
                sums(row),
                CodeChangeText.flaws(Texts.items(row.text("flaws"))),
                CodeChangeText.functions(Texts.items(row.text("functions"))));
    }

    private static Sums sums(Row row) throws SQLException {
        return new Sums(
                row.number("added"),
                row.number("removed"),
                row.number("touched"),
                row.number("cognitive"),
                row.number("cyclomatic"),
                row.number("lines"),
                row.number("hard"),
                row.number("security"),
                row.number("reliability"),
                row.number("hygiene"));
    }

    @Override
    public List<Total> totals(Filter filter) {
        Query query = narrowed(
                        new Query("select agent, model, version, repository, count(distinct session) as sessions, "
                                + SUMS + " from code_changes"),
                        filter)
                .then("group by agent, model, version, repository"
                        + " order by added desc, agent, model, version, repository limit " + MOST_ROWS);
        return database.read(connection -> query.list(
                connection,
                row -> new Total(
                        row.text("agent"),
                        row.text("model"),
                        row.text("version"),
                        row.text("repository"),
                        row.number("sessions"),
                        row.number("changes"),
                        sums(row))));
    }

    @Override
    public List<Day> days(Filter filter) {
        Query query = narrowed(
                        new Query("select agent, at / " + DAY + " as day, " + SUMS + " from code_changes"), filter)
                .where("at > 0")
                .then("group by agent, at / " + DAY + " order by agent, day");
        return database.read(connection -> query.list(
                connection, row -> new Day(row.text("agent"), row.number("day"), row.number("changes"), sums(row))));
    }
}
