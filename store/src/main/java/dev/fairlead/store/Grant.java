package dev.fairlead.store;

import dev.fairlead.core.event.SessionId;
import java.time.Instant;
import java.util.Optional;

/// Leave that people gave, and how far it reaches.
///
/// @param approval the one that it comes from
/// @param usedAt when a leave for once was used up
public record Grant(String id, String approval, SessionId session, Terms terms, Optional<Instant> usedAt) {

    /// How far leave reaches.
    public enum Scope {
        /// Once, for the very same command.
        ONCE,
        /// For the very same command.
        COMMAND,
        /// For everything below a path.
        PATH,
        /// For the whole session.
        SESSION
    }

    /// What is granted.
    ///
    /// @param what the command or path; empty for a session
    public record Terms(Scope scope, String what, Instant until) {}
}
