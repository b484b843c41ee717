package dev.fairlead.store;

/// The way by which we came to know of a session. One that is seen both ways is kept twice, so that the two
/// can be compared.
public enum Channel {
    /// Hooks and the API, while the agent works.
    LIVE,
    /// A transcript that was imported.
    FILE;

    /// The name in the store: `live` or `file`.
    public String code() {
        return Codes.of(this);
    }
}
