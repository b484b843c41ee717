package dev.fairlead.cli.connect;

/// How a connection stands.
public enum Standing {
    /// Nothing of ours is there.
    ABSENT,
    /// All hooks are as they should be.
    CONNECTED,
    /// All hooks are there, and a setting keeps the agent from calling any.
    SILENCED,
    /// Something was changed since, so that hooks may not be called.
    CHANGED
}
