package dev.fairlead.core.gate;

/// What is said about a command before it runs, ordered by force.
public enum Answer {
    /// It may run.
    ALLOW,
    /// A person is asked.
    ASK,
    /// It may not run.
    DENY
}
