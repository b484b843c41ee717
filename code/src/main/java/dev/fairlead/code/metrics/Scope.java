package dev.fairlead.code.metrics;

/// Which functions without a name a tool tells.
enum Scope {
    /// Those that are given a name at once, or stand in no other function.
    NAMED_OR_OUTERMOST,
    /// All.
    ALL,
    /// Those that are given a name at once and stand in no other function.
    NAMED_AND_OUTERMOST,
    /// None.
    NONE
}
