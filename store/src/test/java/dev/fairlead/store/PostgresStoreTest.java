package dev.fairlead.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The contract over PostgreSQL, and what only a server can do: be away, be wrong, come back.
@Tag("postgres")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PostgresStoreTest
        implements SessionStoreContract, OversightContract, OverviewContract, SeriesContract, UpkeepContract {

    private final PostgresServer server;
    private Optional<StoreSettings> settings = Optional.empty();
    private Optional<Store> store = Optional.empty();
    private Optional<Path> folder = Optional.empty();

    PostgresStoreTest() throws IOException, InterruptedException {
        this.server = PostgresServer.start();
    }

    @BeforeEach
    void open(@TempDir Path temporary) throws SQLException {
        settings = Optional.of(server.database());
        store = Optional.of(Store.open(settings.get()));
        folder = Optional.of(temporary);
    }

    @Override
    public Store store() {
        return store.orElseThrow();
    }

    @Override
    public Path folder() {
        return folder.orElseThrow();
    }

    @AfterEach
    void close() {
        store().close();
    }

    @AfterAll
    void stop() throws IOException, InterruptedException {
        server.remove();
    }

    @Test
    void saysWhatIsWrongWithTheAddress() {
        assertFault(
                server.settings("postgres", "wrong"),
                "password authentication failed for user \"fairlead\"",
                "see whether user and password are right, and may come from this machine");
        assertFault(
                server.settings("nowhere", PostgresServer.PASSWORD),
                "database \"nowhere\" does not exist",
                "create the database, or name one that is there");
        assertFault(
                StoreSettings.of("jdbc:postgresql://127.0.0.1:1/none?password=secret"),
                "Connection to 127.0.0.1:1 refused",
                "see whether the server runs, and that host and port are right");
    }

    private static void assertFault(StoreSettings settings, String seen, String advice) {
        assertThatThrownBy(() -> Store.open(settings))
                .isInstanceOf(StoreFault.class)
                .hasMessageStartingWith("the store at `%s` cannot be opened: ", settings)
                .hasMessageContaining(seen)
                .hasMessageEndingWith("; " + advice)
                .hasMessageNotContaining("secret");
    }

    @Test
    void recordsWhileTheServerIsAwayAndLosesNothing() throws IOException, InterruptedException {
        List<String> notices = Collections.synchronizedList(new ArrayList<>());
        List<Entry> entries = Sample.random(Sample.session("s1"), 3, 400);
        try (Journal journal = Journal.open(folder().resolve("journal"), Journal.Limits.USUAL, notices::add);
                Recorder recorder = Recorder.start(journal, store().sessions(), notices::add)) {
            entries.subList(0, 200).forEach(recorder::record);
            server.stop();
            entries.subList(200, 400).forEach(recorder::record);
            assertThat(recorder.settle(Duration.ofMillis(300))).isFalse();
            server.startAgain();
            assertThat(recorder.settle(Duration.ofSeconds(60))).isTrue();
            assertThat(recorder.load()).isEqualTo(new Recorder.Load(0, 0, 0, ""));
        }
        assertThat(store().sessions().events(Sample.session("s1"), Channel.LIVE, 0, 1_000))
                .isEqualTo(Sample.events(entries));
        assertThat(notices).last().isEqualTo("the store takes entries again");
    }

    @Test
    void findsItsTablesMadeAlready() {
        store().audit().note(Sample.NOON, "ann", "did", "it", "why", "");
        try (Store again = Store.open(settings.orElseThrow())) {
            assertThat(again.audit().deeds(Filter.ALL).items()).hasSize(1);
        }
    }
}
