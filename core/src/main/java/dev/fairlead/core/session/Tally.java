package dev.fairlead.core.session;

import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Tokens;

/// What was counted so far.
///
/// @param events all of them, bookkeeping included
/// @param toolFailures calls that did not do what they were called for, whoever's fault it was
/// @param unread records that no dialect understood
public record Tally(
        long events,
        long toolCalls,
        long toolFailures,
        long unread,
        long compactions,
        long interruptions,
        Tokens tokens) {

    /// Nothing yet.
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, Tokens.NONE);

    Tally after(Happening what, boolean failed) {
        return new Tally(
                events + 1,
                toolCalls + (what instanceof Happening.ToolCalled ? 1 : 0),
                toolFailures + (failed ? 1 : 0),
                unread + (what instanceof Happening.Unread ? 1 : 0),
                compactions + (what instanceof Happening.ContextCompacted ? 1 : 0),
                interruptions + (what instanceof Happening.AgentInterrupted ? 1 : 0),
                what instanceof Happening.TokensUsed used ? tokens.plus(used.tokens()) : tokens);
    }
}
