package dev.fairlead.wire;

import java.time.DateTimeException;
import java.time.Instant;

/// Reads the times that agents write.
public final class Clock {

    private Clock() {}

    /// A time in ISO 8601 with a zone, or the one before where the text is none.
    public static Instant read(String text, Instant before) {
        if (text.isEmpty()) {
            return before;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException notATime) {
            return before;
        }
    }
}
