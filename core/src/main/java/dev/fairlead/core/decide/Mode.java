package dev.fairlead.core.decide;

/// What a class of findings may lead to.
public enum Mode {
    /// Not looked for.
    OFF,
    /// Looked for and recorded; the agent and the person are left alone.
    SHADOW,
    /// The agent is told.
    NUDGE,
    /// A person is asked.
    ASK,
    /// The call is refused.
    REFUSE
}
