package dev.fairlead.core.guide;

/// What an agent was told last about one class.
///
/// @param id of the last intervention
/// @param rung how firmly
/// @param told the sequence by which it had it, or -1 while it waits or is not to be sent
/// @param isIgnored whether it did it again
record Streak(String id, Rung rung, long told, boolean isIgnored) {}
