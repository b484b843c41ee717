package dev.fairlead.wire;

/// What came of reading one file.
public sealed interface Reading {

    /// How many bytes were read.
    long bytes();

    /// The file was read, in whole or in part; what was not understood is among its events.
    ///
    /// @param lines how many lines it has, blank ones included
    record Understood(Dialect dialect, long lines, long bytes) implements Reading {}

    /// No dialect reads the file.
    ///
    /// @param reason what was seen, in words for a person
    record NotUnderstood(String reason, long bytes) implements Reading {}
}
