package dev.fairlead.store;

import java.time.Instant;
import java.util.Optional;

/// An order to stand still, thrown by a person.
///
/// @param target whom it stops
/// @param until when it lifts itself, empty for never
public record Switch(
        String id,
        Target target,
        Kind kind,
        String by,
        String why,
        Instant thrownAt,
        Optional<Instant> until,
        Optional<Lifting> lifting) {

    /// What is stopped.
    ///
    /// @param value its name; empty for all
    public record Target(Scope scope, String value) {}

    /// What a target names.
    public enum Scope {
        /// One session and its sub-agents.
        SESSION,
        /// Every session of one kind of agent.
        AGENT,
        /// Every session in one repository.
        REPOSITORY,
        /// Every session of one person.
        PERSON,
        /// Everything.
        ALL
    }

    /// How hard it stops.
    public enum Kind {
        /// Calls of tools are refused.
        PAUSE,
        /// The session is ended, where the agent can be told so.
        STOP
    }

    /// Who lifted it, and when.
    public record Lifting(String by, Instant at) {}

    /// Whether it holds at a time.
    public boolean holds(Instant now) {
        return lifting.isEmpty() && until.map(now::isBefore).orElse(true);
    }
}
