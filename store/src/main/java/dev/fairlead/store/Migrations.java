package dev.fairlead.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;

/// Brings the tables up to date, with Flyway.
///
/// Flyway takes more than half a second of a start, so it is called only where the tables are not of the
/// version that this build knows as the latest.
final class Migrations {

    /// The latest version: that of the last file in the folder `migrations`.
    static final String LATEST = "4";

    private static final String HISTORY = "fairlead_schema";

    private Migrations() {}

    static void apply(DataSource database, StoreSettings settings) {
        try {
            Optional<String> version = version(database);
            if (version.isPresent() && version.get().equals(LATEST)) {
                return;
            }
            if (version.isPresent() && isLater(version.get())) {
                throw new StoreFault(
                        ("the store at `%s` has tables of version %s, and this Fairlead knows only those up to"
                                        + " %s; use the Fairlead that made them, or another store")
                                .formatted(settings, version.get(), LATEST));
            }
            Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:dev/fairlead/store/migrations")
                    .table(HISTORY)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        } catch (FlywayException fault) {
            throw Faults.opening(settings, fault);
        } catch (SQLException fault) {
            throw Faults.working(settings, fault);
        }
    }

    private static boolean isLater(String version) {
        return MigrationVersion.fromVersion(version).compareTo(MigrationVersion.fromVersion(LATEST)) > 0;
    }

    /// The version of the tables that are there; empty where there are none.
    private static Optional<String> version(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            try (ResultSet found = connection.getMetaData().getTables(null, connection.getSchema(), HISTORY, null)) {
                if (!found.next()) {
                    return Optional.empty();
                }
            }
            try (Statement asked = connection.createStatement();
                    ResultSet rows = asked.executeQuery(
                            "select version from " + HISTORY + " where success order by installed_rank desc")) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }
}
