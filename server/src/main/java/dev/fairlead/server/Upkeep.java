package dev.fairlead.server;

import dev.fairlead.store.Retention;
import dev.fairlead.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/// Lets go of what is older, or more, than is to be kept: a minute after the start, and then every hour.
final class Upkeep {

    private static final Duration PERIOD = Duration.ofHours(1);

    private final Store store;
    private final Retention retention;
    private final Clock clock;
    private final Consumer<String> notices;
    private Instant next;

    /// @param first when it is due first
    Upkeep(Store store, Retention retention, Clock clock, Instant first, Consumer<String> notices) {
        this.store = store;
        this.retention = retention;
        this.clock = clock;
        this.next = first;
        this.notices = notices;
    }

    /// Does what is due.
    void tend() {
        Instant now = clock.instant();
        if (retention.equals(Retention.EVERYTHING) || now.isBefore(next)) {
            return;
        }
        next = now.plus(PERIOD);
        Retention.Swept swept = store.sweep(retention, now);
        if (swept.sessions() > 0) {
            notices.accept("sessions let go: %,d, with their events: %,d; bytes left: %,d"
                    .formatted(swept.sessions(), swept.events(), swept.bytes()));
        }
    }
}
