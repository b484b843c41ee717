package dev.fairlead.core.effect;

/// Whether what lies at a path can be had again once it is deleted, as far as version control tells.
public enum Tracking {
    /// Nobody looked, or there is nothing to be told.
    UNKNOWN,
    /// Version control keeps all of it just as it is.
    KEPT,
    /// Version control was told to leave it alone, as is done with what is made from something else.
    IGNORED,
    /// Some of it is nowhere else: it is not kept, or was changed since.
    UNSAVED
}
