package dev.fairlead.policy;

/// Placeholder.
public record Example(String name) {}
