package dev.fairlead.store;

import dev.fairlead.core.detect.Misbehaviour;

/// How often agents came back from one class of misbehaviour, over interventions that were delivered or
/// shadowed.
///
/// @param isShadowed whether these are the ones that the agent was not told of
/// @param tokensAfter what all of them spent afterwards, together
/// @param failuresAfter calls of all of them that failed afterwards, together
public record Recovery(
        Misbehaviour misbehaviour,
        String agent,
        boolean isShadowed,
        long heeded,
        long ignored,
        long gaveUp,
        long tooSoon,
        long tokensAfter,
        long failuresAfter) {

    /// All whose outcome is known.
    public long settled() {
        return heeded + ignored + gaveUp;
    }
}
