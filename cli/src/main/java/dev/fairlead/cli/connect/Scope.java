package dev.fairlead.cli.connect;

/// Whose sessions a connection is for.
public enum Scope {
    /// All sessions of this person.
    USER,
    /// The sessions in one repository.
    PROJECT
}
