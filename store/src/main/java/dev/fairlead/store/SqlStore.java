package dev.fairlead.store;

import dev.fairlead.core.decide.Answer;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.wire.events.EventLine;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The log in SQL, the same for SQLite and PostgreSQL.
final class SqlStore implements SessionStore {

    private final Database database;

    SqlStore(Database database) {
        this.database = database;
    }

    @Override
    public Taken append(List<Entry> entries) {
        return entries.isEmpty()
                ? new Taken(0, 0)
                : database.write(connection -> Appending.append(connection, entries));
    }

    @Override
    public Optional<SessionSummary> session(SessionId session, Channel channel) {
        Query query = new Query("select * from sessions")
                .where("session = ?", session.value())
                .where("channel = ?", channel);
        return database.read(connection -> query.first(connection, SqlStore::summary));
    }

    @Override
    public Page<SessionSummary> sessions(Filter filter) {
        Query query = new Query("select * from sessions")
                .where("channel = ?", filter.channel())
                .where("agent = ?", filter.agent())
                .where("model = ?", filter.model())
                .where("person = ?", filter.person())
                .where("worst >= ?", filter.severity().map(Ranks::of))
                .where("repository = ?", filter.repository())
                .where("session = ?", filter.session().map(SessionId::value))
                .within(filter, "last_at")
                .saying(filter, "task", "session", "directory");
        filter.misbehaviour()
                .ifPresent(each -> query.where(
                        "exists (select 1 from findings f where f.session = sessions.session"
                                + " and f.channel = sessions.channel and f.misbehaviour = ?)",
                        each.code()));
        return database.read(connection ->
                query.page(connection, filter, List.of("last_at", "session", "channel"), 1, SqlStore::summary));
    }

    @Override
    public List<SessionSummary> unfinished(Channel channel, Instant since) {
        Query query = new Query("select * from sessions")
                .where("channel = ?", channel)
                .where("ended_at = 0")
                .where("last_at >= ?", since)
                .then("order by last_at, session");
        return database.read(connection -> query.list(connection, SqlStore::summary));
    }

    @Override
    public List<Event> events(SessionId session, Channel channel, long from, int limit) {
        Query query = new Query("select body from events")
                .where("session = ?", session.value())
                .where("channel = ?", channel)
                .where("sequence >= ?", from)
                .then("order by sequence limit ?", limit);
        return database.read(connection -> query.list(connection, row -> event(row.text("body"))));
    }

    private static Event event(String body) {
        return EventLine.read(body)
                .orElseThrow(() -> new StoreFault(
                        "the store holds an event of an unknown kind; it was written by another version of Fairlead:"
                                + " use that one"));
    }

    @Override
    public Page<StoredFinding> findings(Filter filter) {
        Query query = new Query("select f.*, s.agent, s.repository from findings f"
                        + " join sessions s on s.session = f.session and s.channel = f.channel")
                .where("f.channel = ?", filter.channel())
                .where("s.agent = ?", filter.agent())
                .where("s.model = ?", filter.model())
                .where("s.person = ?", filter.person())
                .where("f.misbehaviour = ?", filter.misbehaviour().map(Misbehaviour::code))
                .where("f.severity >= ?", filter.severity().map(Ranks::of))
                .where("s.repository = ?", filter.repository())
                .where("f.session = ?", filter.session().map(SessionId::value))
                .within(filter, "f.at")
                .saying(filter, "f.claim", "f.remedy");
        List<String> keys = List.of("f.at", "f.sequence", "f.ordinal", "f.session", "f.channel");
        return database.read(connection -> query.page(connection, filter, keys, 3, SqlStore::finding));
    }

    @Override
    public Page<Intervention> interventions(Filter filter) {
        Query query = narrowed(new Query("select * from interventions"), filter);
        return database.read(
                connection -> query.page(connection, filter, List.of("decided_at", "id"), 1, SqlStore::intervention));
    }

    private static Query narrowed(Query query, Filter filter) {
        filter.repository()
                .ifPresent(each -> query.where(
                        "exists (select 1 from sessions s where"
                                + " s.session = interventions.session and s.repository = ?)",
                        each));
        return query.where("agent = ?", filter.agent())
                .where("misbehaviour = ?", filter.misbehaviour().map(Misbehaviour::code))
                .where("session = ?", filter.session().map(SessionId::value))
                .where("state = ?", filter.state())
                .within(filter, "decided_at")
                .saying(filter, "told");
    }

    @Override
    public Optional<Intervention> intervention(String id) {
        Query query = new Query("select * from interventions").where("id = ?", id);
        return database.read(connection -> query.first(connection, SqlStore::intervention));
    }

    @Override
    public List<Recovery> recoveries(Filter filter) {
        Query query = narrowed(new Query("""
                        select misbehaviour, agent, state,
                            sum(case when outcome = 'heeded' then 1 else 0 end) as heeded,
                            sum(case when outcome = 'ignored' then 1 else 0 end) as ignored,
                            sum(case when outcome = 'gave-up' then 1 else 0 end) as gave_up,
                            sum(case when outcome = 'too-soon' then 1 else 0 end) as too_soon,
                            sum(tokens_after) as tokens_after, sum(failures_after) as failures_after
                        from interventions"""), filter)
                .where("state in ('delivered', 'shadowed')")
                .then("group by misbehaviour, agent, state order by misbehaviour, agent, state");
        return database.read(connection -> query.list(connection, SqlStore::recovery));
    }

    @Override
    public List<Dropped> dropped(Filter filter) {
        Query query = narrowed(new Query("select misbehaviour, agent, count(*) as dropped from interventions"), filter)
                .where("state = 'dropped'")
                .then("group by misbehaviour, agent order by misbehaviour, agent");
        return database.read(connection -> query.list(
                connection,
                row -> new Dropped(
                        Misbehaviour.of(row.text("misbehaviour")).orElseThrow(),
                        row.text("agent"),
                        row.number("dropped"))));
    }

    @Override
    public Page<GateDecision> decisions(Filter filter) {
        Query query = new Query("select * from decisions");
        filter.agent()
                .ifPresent(each -> query.where(
                        "exists (select 1 from sessions s where s.session = decisions.session and s.agent = ?)", each));
        filter.repository()
                .ifPresent(each -> query.where(
                        "exists (select 1 from sessions s where"
                                + " s.session = decisions.session and s.repository = ?)",
                        each));
        query.where("session = ?", filter.session().map(SessionId::value))
                .where("answer = ?", filter.state())
                .within(filter, "at")
                .saying(filter, "reason", "rules", "tool");
        return database.read(connection ->
                query.page(connection, filter, List.of("at", "session", "call_id"), 1, SqlStore::decision));
    }

    private static SessionSummary summary(Row row) throws SQLException {
        return new SessionSummary(
                new SessionId(row.text("session")),
                row.constant(Channel.class, "channel"),
                row.text("agent"),
                row.text("version"),
                row.text("model"),
                row.optional("repository"),
                row.optional("directory"),
                row.optional("branch"),
                row.optional("person"),
                row.text("task"),
                row.optionalTime("started_at"),
                row.optionalTime("last_at"),
                row.optionalTime("ended_at"),
                row.number("events"),
                row.number("calls"),
                row.number("failures"),
                row.number("unread"),
                row.number("input_tokens"),
                row.number("output_tokens"),
                row.number("bytes"),
                Ranks.read(row.integer("worst")),
                row.number("findings"));
    }

    private static StoredFinding finding(Row row) throws SQLException {
        Finding finding = new Finding(
                row.text("detector"),
                FindingText.misbehaviour(row.text("misbehaviour")),
                Ranks.read(row.integer("severity")).orElse(Severity.HIGH),
                row.real("confidence"),
                row.text("claim"),
                row.text("remedy"),
                FindingText.evidence(Texts.items(row.text("evidence"))));
        return new StoredFinding(
                row.constant(Channel.class, "channel"),
                new SessionId(row.text("session")),
                row.number("sequence"),
                row.integer("ordinal"),
                row.time("at"),
                row.text("agent"),
                row.optional("repository"),
                finding);
    }

    private static Intervention intervention(Row row) throws SQLException {
        long sequence = row.number("delivered_sequence");
        return new Intervention(
                row.text("id"),
                new SessionId(row.text("session")),
                row.text("agent"),
                row.text("detector"),
                FindingText.misbehaviour(row.text("misbehaviour")),
                row.text("rung"),
                row.text("told"),
                row.number("about"),
                row.constant(Intervention.State.class, "state"),
                row.constant(Intervention.Outcome.class, "outcome"),
                row.text("arm"),
                row.time("decided_at"),
                sequence < 0
                        ? Optional.empty()
                        : Optional.of(new Intervention.Delivery(sequence, row.time("delivered_at"))),
                new Intervention.Effort(row.number("tokens_before"), row.number("failures_before")),
                new Intervention.Effort(row.number("tokens_after"), row.number("failures_after")));
    }

    private static Recovery recovery(Row row) throws SQLException {
        return new Recovery(
                FindingText.misbehaviour(row.text("misbehaviour")),
                row.text("agent"),
                row.text("state").equals(Codes.of(Intervention.State.SHADOWED)),
                row.number("heeded"),
                row.number("ignored"),
                row.number("gave_up"),
                row.number("too_soon"),
                row.number("tokens_after"),
                row.number("failures_after"));
    }

    private static GateDecision decision(Row row) throws SQLException {
        return new GateDecision(
                new SessionId(row.text("session")),
                new CallId(row.text("call_id")),
                row.text("tool"),
                row.constant(Answer.class, "answer"),
                row.texts("rules"),
                row.text("reason"),
                row.text("policy"),
                row.time("at"));
    }
}
