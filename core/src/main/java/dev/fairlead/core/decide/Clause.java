package dev.fairlead.core.decide;

/// Other modes within a scope.
///
/// @param where its place in the file, for people
public record Clause(Scope scope, Modes modes, String where) {}
