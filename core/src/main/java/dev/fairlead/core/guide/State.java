package dev.fairlead.core.guide;

/// How far an intervention has come.
public enum State {
    /// Decided, and waiting for a moment at which the agent listens.
    WAITING,
    /// The agent has it.
    DELIVERED,
    /// Decided and recorded, and on purpose not sent.
    SHADOWED,
    /// Never sent, for what happened meanwhile took its ground away.
    DROPPED
}
