package dev.fairlead.console;

import dev.fairlead.core.event.Event;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Times as a page states them: exact for machines and whoever looks closely, short for reading. The browser puts
/// them into its reader's own zone; without scripts, this machine's zone is told.
final class When {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private When() {}

    static boolean isKnown(Instant at) {
        return at.isAfter(Event.NO_TIME);
    }

    /// The exact instant in UTC.
    static String exact(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /// The day and minute.
    static String minute(Instant at) {
        return MINUTE.format(at);
    }

    /// The time of day.
    static String clock(Instant at) {
        return CLOCK.format(at);
    }
}
