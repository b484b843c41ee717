package dev.fairlead.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the embedded store is, and what is said where it cannot be used.
final class StoreSettingsTest {

    private final Path folder;

    StoreSettingsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void takesAFileOrAnAddressOfPostgresAndNothingElse() {
        assertThat(StoreSettings.file(Path.of("/a/b.db"))).isEqualTo(StoreSettings.of("jdbc:sqlite:/a/b.db"));
        assertThat(StoreSettings.of("jdbc:postgresql://h/d?password=secret")).hasToString("jdbc:postgresql://h/d");
        for (String other : List.of("", "fairlead.db", "postgres://h/d", "jdbc:mysql://h/d", "jdbc:h2:mem:")) {
            assertThatThrownBy(() -> StoreSettings.of(other))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "the store's address is neither a file nor `jdbc:postgresql://host/database`; say one of"
                                    + " the two");
        }
    }

    @Test
    void letsNobodyButTheOwnerRead() throws IOException {
        Path file = folder.resolve("own/er/fairlead.db");
        try (Store store = Store.open(StoreSettings.file(file))) {
            store.audit().note(Sample.NOON, "ann", "did", "it", "why", "");
            try (Stream<Path> files = Files.list(folder.resolve("own/er"))) {
                assertThat(files.sorted().toList())
                        .allSatisfy(each -> assertThat(Files.getPosixFilePermissions(each))
                                .as("%s", each)
                                .isEqualTo(PosixFilePermissions.fromString("rw-------")))
                        .hasSize(3);
            }
        }
        assertThat(Files.getPosixFilePermissions(folder.resolve("own")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void saysWhatIsWrongWithTheFile() throws IOException {
        Path text = Files.writeString(
                folder.resolve("notes.db"), "this is no database, but it is long enough. ".repeat(50));
        assertThatThrownBy(() -> Store.open(StoreSettings.file(text)))
                .isInstanceOf(StoreFault.class)
                .hasMessageStartingWith("the store at `jdbc:sqlite:%s` cannot be opened: ", text)
                .hasMessageEndingWith("; the file is no database: move it away, or name another file, and start again");
        Path below = text.resolve("fairlead.db");
        assertThatThrownBy(() -> Store.open(StoreSettings.file(below)))
                .isInstanceOf(StoreFault.class)
                .hasMessageStartingWith("the store's file `%s` cannot be made: ", below)
                .hasMessageEndingWith("; make its folder writable, or name another file");
    }

    @Test
    void refusesTablesOfALaterVersion() throws SQLException {
        Path file = folder.resolve("fairlead.db");
        Store.open(StoreSettings.file(file)).close();
        order(
                file,
                "insert into fairlead_schema (installed_rank, version, description, type, script, installed_by,"
                        + " execution_time, success) values (99, '99', 'x', 'SQL', 'x', 'x', 1, 1)");
        assertThatThrownBy(() -> Store.open(StoreSettings.file(file)))
                .isInstanceOf(StoreFault.class)
                .hasMessage(
                        "the store at `jdbc:sqlite:%s` has tables of version 99, and this Fairlead knows only those"
                                + " up to %s; use the Fairlead that made them, or another store",
                        file, Migrations.LATEST);
    }

    private static void order(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void knowsItsLatestMigration() throws Exception {
        Path folderOfThem = Path.of(Store.class.getResource("migrations").toURI());
        try (Stream<Path> files = Files.list(folderOfThem)) {
            Optional<String> last = files.map(each -> String.valueOf(each.getFileName()))
                    .map(each -> each.replaceAll("^V([0-9]+)__.*", "$1"))
                    .max(Comparator.comparingInt(Integer::parseInt));
            assertThat(last).contains(Migrations.LATEST);
        }
    }

    @Test
    void givesSpaceBackThatASweepFreed() throws IOException {
        Path file = folder.resolve("fairlead.db");
        try (Store store = Store.open(StoreSettings.file(file))) {
            store.sessions().append(Sample.random(Sample.session("s1"), 1, 5_000));
        }
        long before = Files.size(file);
        try (Store store = Store.open(StoreSettings.file(file))) {
            Retention nothing = new Retention(Optional.of(Duration.ofDays(1)), Optional.empty());
            store.sweep(nothing, Sample.NOON.plus(Duration.ofDays(9)));
        }
        assertThat(Files.size(file)).isLessThan(before / 3);
    }

    @Test
    void backsUpOneMomentWhileOthersWrite() {
        try (Store store = Store.open(StoreSettings.file(folder.resolve("fairlead.db")));
                Store other = Store.open(StoreSettings.file(folder.resolve("other.db")))) {
            Thread writer = Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 200; i++) {
                    store.sessions().append(Sample.random(Sample.session("s" + i), i, 20));
                }
            });
            while (store.sessions().sessions(Filter.ALL).items().size() < 5) {
                Thread.onSpinWait();
            }
            store.backup(folder.resolve("backup.gz"));
            writer.join(Duration.ofMinutes(1));
            other.restore(folder.resolve("backup.gz"), _ -> {});
            List<SessionSummary> saved =
                    other.sessions().sessions(Filter.ALL.limit(1_000)).items();
            assertThat(saved)
                    .hasSizeGreaterThanOrEqualTo(5)
                    .allSatisfy(each -> assertThat(other.sessions().events(each.session(), Channel.LIVE, 0, 100))
                            .hasSize((int) each.events()));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
