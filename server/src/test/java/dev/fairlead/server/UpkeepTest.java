package dev.fairlead.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.store.Channel;
import dev.fairlead.store.Entry;
import dev.fairlead.store.Filter;
import dev.fairlead.store.Retention;
import dev.fairlead.store.Store;
import dev.fairlead.store.StoreSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UpkeepTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @Test
    void letsGoOfOldSessionsWhenItIsDueAndSaysSo() {
        List<String> notices = new ArrayList<>();
        Retention month = new Retention(Optional.of(Duration.ofDays(30)), Optional.empty());
        try (Store store = Store.open(StoreSettings.file(folder.resolve("fairlead.db")))) {
            Event old = new Event(
                    new SessionId("s"),
                    0,
                    NOON.minus(Duration.ofDays(31)),
                    Origin.index(0),
                    new Happening.TaskGiven("mend it", 0));
            store.sessions().append(List.of(new Entry.Happened(Channel.LIVE, old, false)));
            Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
            new Upkeep(store, month, clock, NOON.plusSeconds(1), notices::add).tend();
            assertThat(store.sessions().sessions(Filter.ALL).items()).hasSize(1);
            new Upkeep(store, month, clock, NOON, notices::add).tend();
            assertThat(store.sessions().sessions(Filter.ALL).items()).isEmpty();
            assertThat(notices).containsExactly("sessions let go: 1, with their events: 1; bytes left: 0");
        }
    }
}
