package dev.fairlead.store;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.SessionId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Approvals and grants in SQL.
final class SqlApprovals implements ApprovalStore {

    private static final int TRIES = 20;
    private static final String INSERT = """
            insert into approvals (id, session, call_id, tool, command, reason, rules, effects, asked_at, expires_at, state,
                needed, asked_group, is_canary, settled_at, escalate_to, escalate_at,
                plan, change)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)
            on conflict do nothing
            """;

    private final Database database;

    SqlApprovals(Database database) {
        this.database = database;
    }

    @Override
    public Approval ask(Approval.Request request) {
        return database.write(connection -> {
            Optional<Approval> pending = new Query("select * from approvals")
                    .where("session = ?", request.session().value())
                    .where("call_id = ?", request.call().value())
                    .where("state = ?", Approval.State.PENDING)
                    .first(connection, row -> read(connection, row));
            return pending.isPresent() ? pending.get() : insert(connection, request);
        });
    }

    private static Approval insert(Connection connection, Approval.Request request) throws SQLException {
        Approval.Panel panel = request.panel();
        for (int i = 0; i < TRIES; i++) {
            String id = Ids.brief();
            Query insert = new Query(
                    INSERT,
                    id,
                    request.session().value(),
                    request.call().value(),
                    request.tool(),
                    request.command(),
                    request.reason(),
                    Texts.list(request.rules()),
                    Texts.list(request.effects()),
                    request.askedAt(),
                    request.expiresAt(),
                    Approval.State.PENDING,
                    panel.needed(),
                    panel.group(),
                    request.isCanary(),
                    panel.escalation().map(Approval.Escalation::group).orElse(""),
                    panel.escalation().<Object>map(Approval.Escalation::at).orElse(0),
                    request.background().plan(),
                    request.background().change());
            if (insert.run(connection) == 1) {
                return new Approval(id, request, Approval.State.PENDING, List.of(), Optional.empty());
            }
        }
        throw new StoreFault("no free name was found for an approval; let old sessions go");
    }

    @Override
    public Optional<Approval> approval(String id) {
        return database.read(connection -> find(connection, id));
    }

    private static Optional<Approval> find(Connection connection, String id) throws SQLException {
        return new Query("select * from approvals").where("id = ?", id).first(connection, row -> read(connection, row));
    }

    /// The same, with no other vote between now and the end of the transaction.
    private static Optional<Approval> hold(Connection connection, String id) throws SQLException {
        new Query("update approvals set state = state where id = ?", id).run(connection);
        return find(connection, id);
    }

    @Override
    public Page<Approval> approvals(Filter filter) {
        Query query = new Query("select * from approvals")
                .where("session = ?", filter.session().map(SessionId::value))
                .where("state = ?", filter.state())
                .within(filter, "asked_at")
                .saying(filter, "command", "reason");
        filter.agent()
                .ifPresent(each -> query.where(
                        "exists (select 1 from sessions s where s.session = approvals.session and s.agent = ?)", each));
        filter.repository()
                .ifPresent(each -> query.where(
                        "exists (select 1 from sessions s where"
                                + " s.session = approvals.session and s.repository = ?)",
                        each));
        return database.read(connection ->
                query.page(connection, filter, List.of("asked_at", "id"), 1, row -> read(connection, row)));
    }

    @Override
    public Answered vote(String id, Approval.Vote vote, Grant.Terms terms) {
        return database.write(connection -> {
            Optional<Approval> found = hold(connection, id);
            Optional<String> objection = objection(id, found, vote);
            return objection.isPresent()
                    ? new Answered.Rejected(objection.get())
                    : new Answered.Counted(count(connection, found.orElseThrow(), vote, terms));
        });
    }

    private static Optional<String> objection(String id, Optional<Approval> found, Approval.Vote vote) {
        if (found.isEmpty()) {
            return Optional.of("there is no approval `%s`".formatted(id));
        }
        Approval approval = found.get();
        if (approval.state() != Approval.State.PENDING) {
            return Optional.of("`%s` is %s already".formatted(id, Codes.of(approval.state())));
        }
        if (!vote.at().isBefore(approval.request().expiresAt())) {
            return Optional.of(
                    "`%s` expired at %s".formatted(id, approval.request().expiresAt()));
        }
        return approval.votes().stream().anyMatch(each -> each.by().equals(vote.by()))
                ? Optional.of("`%s` has answered `%s` already; another person must".formatted(vote.by(), id))
                : Optional.empty();
    }

    private static Approval count(Connection connection, Approval before, Approval.Vote vote, Grant.Terms terms)
            throws SQLException {
        new Query(
                        "insert into approval_votes (approval, person, granted, at, why) values (?, ?, ?, ?, ?)",
                        before.id(),
                        vote.by(),
                        vote.granted(),
                        vote.at(),
                        vote.why())
                .run(connection);
        List<Approval.Vote> votes = new ArrayList<>(before.votes());
        votes.add(vote);
        if (vote.granted() && votes.size() < before.request().panel().needed()) {
            return new Approval(before.id(), before.request(), Approval.State.PENDING, votes, Optional.empty());
        }
        Approval.State state = vote.granted() ? Approval.State.APPROVED : Approval.State.DENIED;
        settle(connection, before.id(), state, vote.at());
        if (vote.granted() && !before.request().isCanary()) {
            new Query(
                            "insert into grants (id, approval, session, scope, what, until_at, used_at)"
                                    + " values (?, ?, ?, ?, ?, ?, 0)",
                            Ids.next(vote.at()),
                            before.id(),
                            before.request().session().value(),
                            terms.scope(),
                            terms.what(),
                            terms.until())
                    .run(connection);
        }
        return new Approval(before.id(), before.request(), state, votes, Optional.of(vote.at()));
    }

    private static void settle(Connection connection, String id, Approval.State state, Instant at) throws SQLException {
        new Query("update approvals set state = ?, settled_at = ? where id = ?", state, at, id).run(connection);
    }

    @Override
    public List<Approval> expire(Instant now) {
        return database.write(connection -> {
            List<Approval> expired = new ArrayList<>();
            Query due = new Query("select id from approvals")
                    .where("state = ?", Approval.State.PENDING)
                    .where("expires_at <= ?", now)
                    .then("order by expires_at, id");
            for (String id : due.list(connection, row -> row.text("id"))) {
                Approval held = hold(connection, id).orElseThrow();
                if (held.state() == Approval.State.PENDING
                        && !held.request().expiresAt().isAfter(now)) {
                    settle(connection, id, Approval.State.EXPIRED, now);
                    expired.add(find(connection, id).orElseThrow());
                }
            }
            return expired;
        });
    }

    @Override
    public List<Approval> overdue(Instant now) {
        Query query = new Query("select * from approvals")
                .where("state = ?", Approval.State.PENDING)
                .where("escalate_at > 0")
                .where("escalate_at <= ?", now)
                .then("order by escalate_at, id");
        return database.read(connection -> query.list(connection, row -> read(connection, row)));
    }

    @Override
    public Optional<Approval> escalate(String id, String group, Instant until) {
        return database.write(connection -> {
            int changed = new Query(
                            "update approvals set asked_group = ?, expires_at = ?, escalate_to = '', escalate_at = 0"
                                    + " where id = ? and state = ?",
                            group,
                            until,
                            id,
                            Approval.State.PENDING)
                    .run(connection);
            return changed == 1 ? find(connection, id) : Optional.empty();
        });
    }

    @Override
    public List<Grant> grants(SessionId session, Instant now) {
        Query query = new Query("select * from grants")
                .where("session = ?", session.value())
                .where("used_at = 0")
                .where("until_at > ?", now)
                .then("order by id");
        return database.read(connection -> query.list(connection, SqlApprovals::grant));
    }

    @Override
    public boolean use(String grant, Instant now) {
        return database.write(connection -> {
            int changed = new Query(
                            "update grants set used_at = ? where id = ? and used_at = 0 and until_at > ?"
                                    + " and scope = ?",
                            now,
                            grant,
                            now,
                            Grant.Scope.ONCE)
                    .run(connection);
            if (changed == 1) {
                new Query(
                                "update approvals set state = ?, settled_at = ?"
                                        + " where id = (select approval from grants where id = ?)",
                                Approval.State.USED,
                                now,
                                grant)
                        .run(connection);
            }
            return changed == 1;
        });
    }

    @Override
    public List<Reviewer> reviewers(Filter filter) {
        Query query = new Query("select v.person, v.granted, v.at, a.asked_at, a.is_canary from approval_votes v"
                        + " join approvals a on a.id = v.approval")
                .where("a.session = ?", filter.session().map(SessionId::value))
                .within(filter, "v.at")
                .then("order by v.person, v.at - a.asked_at");
        return database.read(connection -> Reviews.of(query.list(connection, Reviews.Review::read)));
    }

    private static Approval read(Connection connection, Row row) throws SQLException {
        Approval.Request request = new Approval.Request(
                new SessionId(row.text("session")),
                new CallId(row.text("call_id")),
                row.text("tool"),
                row.text("command"),
                row.text("reason"),
                row.texts("rules"),
                row.texts("effects"),
                new Approval.Background(row.text("plan"), row.text("change")),
                row.time("asked_at"),
                row.time("expires_at"),
                new Approval.Panel(row.integer("needed"), row.text("asked_group"), escalation(row)),
                row.flag("is_canary"));
        String id = row.text("id");
        Approval.State state = row.constant(Approval.State.class, "state");
        Optional<Instant> settledAt = row.optionalTime("settled_at");
        List<Approval.Vote> votes = new Query("select * from approval_votes")
                .where("approval = ?", id)
                .then("order by at, person")
                .list(
                        connection,
                        each -> new Approval.Vote(
                                each.text("person"), each.flag("granted"), each.time("at"), each.text("why")));
        return new Approval(id, request, state, votes, settledAt);
    }

    private static Optional<Approval.Escalation> escalation(Row row) throws SQLException {
        String group = row.text("escalate_to");
        return row.optionalTime("escalate_at").map(at -> new Approval.Escalation(group, at));
    }

    private static Grant grant(Row row) throws SQLException {
        return new Grant(
                row.text("id"),
                row.text("approval"),
                new SessionId(row.text("session")),
                new Grant.Terms(row.constant(Grant.Scope.class, "scope"), row.text("what"), row.time("until_at")),
                row.optionalTime("used_at"));
    }
}
