package dev.fairlead.store;

import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.event.SessionId;
import java.time.Instant;
import java.util.Optional;

/// A finding with where it was made.
///
/// @param sequence of the event at which it was found
/// @param ordinal its place among what was found at that event, from 0
/// @param agent the dialect's name, empty where nothing said so
public record StoredFinding(
        Channel channel,
        SessionId session,
        long sequence,
        int ordinal,
        Instant at,
        String agent,
        Optional<String> repository,
        Finding finding) {}
