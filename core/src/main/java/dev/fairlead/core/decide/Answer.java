package dev.fairlead.core.decide;

/// What is said about a call before it runs, ordered by force.
public enum Answer {
    /// It may run.
    ALLOW,
    /// A person is asked.
    ASK,
    /// It may not run.
    DENY
}
