package dev.fairlead.store;

/// The way by which we came to know of a session. One that is seen in several ways is kept once for each,
/// so that they can be compared.
public enum Channel {
    /// Hooks and the API, while the agent works.
    LIVE,
    /// A transcript that was imported.
    FILE,
    /// Telemetry that the agent sent.
    TELEMETRY;

    /// The name in the store: `live`, `file` or `telemetry`.
    public String code() {
        return Codes.of(this);
    }
}
