package dev.fairlead.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The switches in SQL.
final class SqlSwitches implements SwitchStore {

    private final Database database;

    SqlSwitches(Database database) {
        this.database = database;
    }

    @Override
    public Switch stop(
            Switch.Target target, Switch.Kind kind, String by, String why, Instant now, Optional<Instant> until) {
        Switch thrown = new Switch(Ids.next(now), target, kind, by, why, now, until, Optional.empty());
        Query insert = new Query(
                "insert into switches (id, scope, target, kind, thrown_by, why, thrown_at, until_at, lifted_at, lifted_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, 0, '')",
                thrown.id(),
                target.scope(),
                target.value(),
                kind,
                by,
                why,
                now,
                Times.of(until));
        database.write(insert::run);
        return thrown;
    }

    @Override
    public List<Switch> lift(Switch.Target target, String by, Instant now) {
        return database.write(connection -> {
            List<Switch> lifted = new ArrayList<>();
            Query held = holdingAt(now)
                    .where("scope = ?", target.scope())
                    .where("target = ?", target.value())
                    .then("order by id");
            for (Switch each : held.list(connection, SqlSwitches::read)) {
                new Query("update switches set lifted_at = ?, lifted_by = ? where id = ?", now, by, each.id())
                        .run(connection);
                lifted.add(new Switch(
                        each.id(),
                        each.target(),
                        each.kind(),
                        each.by(),
                        each.why(),
                        each.thrownAt(),
                        each.until(),
                        Optional.of(new Switch.Lifting(by, now))));
            }
            return lifted;
        });
    }

    @Override
    public List<Switch> holding(Instant now) {
        Query query = holdingAt(now).then("order by thrown_at, id");
        return database.read(connection -> query.list(connection, SqlSwitches::read));
    }

    private static Query holdingAt(Instant now) {
        return new Query("select * from switches").where("lifted_at = 0").where("(until_at = 0 or until_at > ?)", now);
    }

    @Override
    public Page<Switch> switches(Filter filter) {
        Query query = new Query("select * from switches")
                .where("kind = ?", filter.state())
                .within(filter, "thrown_at")
                .saying(filter, "target", "why", "thrown_by");
        return database.read(
                connection -> query.page(connection, filter, List.of("thrown_at", "id"), 1, SqlSwitches::read));
    }

    private static Switch read(Row row) throws SQLException {
        return new Switch(
                row.text("id"),
                new Switch.Target(row.constant(Switch.Scope.class, "scope"), row.text("target")),
                row.constant(Switch.Kind.class, "kind"),
                row.text("thrown_by"),
                row.text("why"),
                row.time("thrown_at"),
                row.optionalTime("until_at"),
                row.optionalTime("lifted_at").isPresent()
                        ? Optional.of(new Switch.Lifting(row.text("lifted_by"), row.time("lifted_at")))
                        : Optional.empty());
    }
}
