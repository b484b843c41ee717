package dev.fairlead.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Times as they stand in the store: microseconds since 1970, 0 where there is none.
final class Times {

    private static final long EARLIEST = -62_135_596_800_000_000L; // the year 1
    private static final long LATEST = 253_402_300_799_999_999L; // the year 9999

    private Times() {}

    /// A time as a number. One beyond the years 1 to 9999, which no clock shows, becomes the end that is
    /// nearer.
    static long of(Instant time) {
        long seconds = Math.clamp(time.getEpochSecond(), EARLIEST / 1_000_000, LATEST / 1_000_000);
        return seconds == time.getEpochSecond()
                ? seconds * 1_000_000 + time.getNano() / 1_000
                : seconds < 0 ? EARLIEST : LATEST;
    }

    static long of(Optional<Instant> time) {
        return time.map(Times::of).orElse(0L);
    }

    static Instant read(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static Optional<Instant> readOptional(long micros) {
        return micros == 0 ? Optional.empty() : Optional.of(read(micros));
    }
}
