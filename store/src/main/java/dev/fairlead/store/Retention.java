package dev.fairlead.store;

import java.time.Duration;
import java.util.Optional;

/// How long, and how much, is kept.
///
/// A session goes as a whole, with its events, findings, interventions and decisions, and so do its
/// approvals. Audit and switches stay. A session none of whose events has a time goes only for its size,
/// and first.
///
/// @param age how long after its last event a session is kept, empty for always
/// @param bytes the most that the events of all sessions may take together, as text; those that fell silent
///     first go first. Empty for no limit
public record Retention(Optional<Duration> age, Optional<Long> bytes) {

    /// Everything, for ever.
    public static final Retention EVERYTHING = new Retention(Optional.empty(), Optional.empty());

    /// How long a session is safe after its last event, whatever the limits say.
    public static final Duration SAFE = Duration.ofHours(1);

    /// What went.
    ///
    /// @param bytes of the events of all sessions that are left
    public record Swept(long sessions, long events, long bytes) {}
}
