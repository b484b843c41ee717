package dev.fairlead.core.decide;

import java.util.function.Predicate;

/// A rule that a policy brings along.
///
/// @param id its name, which no other rule has
/// @param reason why, as a clause whose subject is the call
/// @param instead the next step that is allowed, as an order
/// @param when which calls it stands against; one that throws counts as standing against the call
public record OwnRule(String id, String reason, String instead, Predicate<Attempt> when) {}
