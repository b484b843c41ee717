package dev.fairlead.core.session;

import dev.fairlead.core.event.Origin;

/// What a person said to the agent.
///
/// @param text the person's words, cut to [#KEPT] characters
public record Message(String text, long sequence, Origin origin) {

    /// The most that is kept of one message, in characters. The end of a long one is forgotten.
    public static final int KEPT = 1_000;

    public Message {
        text = text.length() <= KEPT ? text : text.substring(0, KEPT);
    }
}
