package dev.fairlead.store;

import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.event.SessionId;
import java.time.Instant;
import java.util.Optional;

/// What is known of one session at a glance.
///
/// @param agent the dialect's name, empty where nothing said so
/// @param model the model used last, empty where none is known
/// @param task the first words of the first request, empty before it
/// @param startedAt the time of its first event that has one
/// @param lastAt the time of its latest event
/// @param endedAt empty while it goes on
/// @param failures of calls
/// @param unread records that no dialect understood
/// @param inputTokens read afresh, from a cache and into one, together
/// @param bytes of its events, as they are kept
/// @param worst the highest severity of its findings
public record SessionSummary(
        SessionId session,
        Channel channel,
        String agent,
        String version,
        String model,
        Optional<String> repository,
        Optional<String> directory,
        Optional<String> branch,
        Optional<String> person,
        String task,
        Optional<Instant> startedAt,
        Optional<Instant> lastAt,
        Optional<Instant> endedAt,
        long events,
        long calls,
        long failures,
        long unread,
        long inputTokens,
        long outputTokens,
        long bytes,
        Optional<Severity> worst,
        long findings) {

    /// The most that is kept of a task, in characters.
    public static final int TASK = 200;
}
