package dev.fairlead.store;

import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.event.SessionId;
import java.sql.SQLException;
import java.util.List;

/// The labels and views in SQL.
final class SqlLabels implements LabelStore {

    private final Database database;

    SqlLabels(Database database) {
        this.database = database;
    }

    @Override
    public void label(Label label) {
        Query insert = new Query(
                "insert into labels (session, channel, sequence, ordinal, detector, misbehaviour, agent, verdict, why,"
                        + " person, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (session, channel, sequence, ordinal, person) do update set"
                        + " verdict = excluded.verdict, why = excluded.why, at = excluded.at",
                label.session().value(),
                label.channel(),
                label.sequence(),
                label.ordinal(),
                label.detector(),
                label.misbehaviour(),
                label.agent(),
                label.verdict(),
                label.why(),
                label.person(),
                label.at());
        database.write(insert::run);
    }

    @Override
    public List<Label> of(SessionId session, Channel channel) {
        Query query = new Query("select * from labels")
                .where("session = ?", session.value())
                .where("channel = ?", channel)
                .then("order by sequence, ordinal, person");
        return database.read(connection -> query.list(connection, SqlLabels::read));
    }

    @Override
    public Page<Label> labels(Filter filter) {
        Query query = new Query("select * from labels")
                .where("agent = ?", filter.agent())
                .where("misbehaviour = ?", filter.misbehaviour().map(Misbehaviour::code))
                .where("session = ?", filter.session().map(SessionId::value))
                .where("verdict = ?", filter.state())
                .within(filter, "at")
                .saying(filter, "why", "detector");
        List<String> keys = List.of("at", "sequence", "ordinal", "session", "channel", "person");
        return database.read(connection -> query.page(connection, filter, keys, 3, SqlLabels::read));
    }

    private static Label read(Row row) throws SQLException {
        return new Label(
                new SessionId(row.text("session")),
                row.constant(Channel.class, "channel"),
                row.number("sequence"),
                row.integer("ordinal"),
                row.text("detector"),
                row.text("misbehaviour"),
                row.text("agent"),
                row.constant(Label.Verdict.class, "verdict"),
                row.text("why"),
                row.text("person"),
                row.time("at"));
    }

    @Override
    public List<Agreement> agreement() {
        Query query = new Query("""
                select detector, sum(case when verdict = 'right' then 1 else 0 end) as good,
                    sum(case when verdict = 'wrong' then 1 else 0 end) as bad,
                    sum(case when verdict = 'debatable' then 1 else 0 end) as open
                from labels group by detector order by detector""");
        return database.read(connection -> query.list(
                connection,
                row -> new Agreement(row.text("detector"), row.number("good"), row.number("bad"), row.number("open"))));
    }

    @Override
    public void keep(View view) {
        Query insert = new Query(
                "insert into views (name, query, person, at) values (?, ?, ?, ?) on conflict (name) do update set"
                        + " query = excluded.query, person = excluded.person, at = excluded.at",
                view.name(),
                view.query(),
                view.person(),
                view.at());
        database.write(insert::run);
    }

    @Override
    public void drop(String name) {
        database.write(new Query("delete from views").where("name = ?", name)::run);
    }

    @Override
    public List<View> views() {
        Query query = new Query("select * from views order by name");
        return database.read(connection -> query.list(
                connection, row -> new View(row.text("name"), row.text("query"), row.text("person"), row.time("at"))));
    }
}
