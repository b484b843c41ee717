package dev.fairlead.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// The audit in SQL.
final class SqlAudit implements AuditStore {

    private final Database database;

    SqlAudit(Database database) {
        this.database = database;
    }

    @Override
    public Deed note(Instant at, String who, String what, String subject, String why, String detail) {
        Deed deed = new Deed(Ids.next(at), at, who, what, subject, why, detail);
        Query insert = new Query(
                "insert into audit (id, at, who, what, subject, why, detail) values (?, ?, ?, ?, ?, ?, ?)",
                deed.id(),
                at,
                who,
                what,
                subject,
                why,
                detail);
        database.write(insert::run);
        return deed;
    }

    @Override
    public Page<Deed> deeds(Filter filter) {
        Query query = new Query("select * from audit")
                .where("what = ?", filter.state())
                .within(filter, "at")
                .saying(filter, "who", "what", "subject", "why", "detail");
        return database.read(connection -> query.page(connection, filter, List.of("at", "id"), 1, SqlAudit::deed));
    }

    private static Deed deed(Row row) throws SQLException {
        return new Deed(
                row.text("id"),
                row.time("at"),
                row.text("who"),
                row.text("what"),
                row.text("subject"),
                row.text("why"),
                row.text("detail"));
    }
}
