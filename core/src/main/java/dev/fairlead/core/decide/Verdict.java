package dev.fairlead.core.decide;

/// The mode that counts, and who said so.
///
/// @param source the layer and the part of it, for people
public record Verdict(Mode mode, String source) {}
