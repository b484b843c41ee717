package dev.fairlead.store;

import dev.fairlead.core.event.SessionId;
import java.time.Instant;

/// What one person says of one finding.
///
/// @param sequence of the event at which it was found
/// @param ordinal its place among what was found at that event
/// @param agent whose session it is, the dialect's name
/// @param why a word for those who work on the detector; may be empty
public record Label(
        SessionId session,
        Channel channel,
        long sequence,
        int ordinal,
        String detector,
        String misbehaviour,
        String agent,
        Verdict verdict,
        String why,
        String person,
        Instant at) {

    /// The longest reason that is kept, in characters.
    public static final int WHY = 500;

    public Label {
        if (why.length() > WHY) {
            throw new IllegalArgumentException(
                    "the reason has %d characters; %d are kept".formatted(why.length(), WHY));
        }
    }

    /// Whether the finding says what is so.
    public enum Verdict {
        /// It does.
        RIGHT,
        /// It does not.
        WRONG,
        /// People who know may differ.
        DEBATABLE
    }
}
