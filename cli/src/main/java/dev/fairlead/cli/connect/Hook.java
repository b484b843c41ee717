package dev.fairlead.cli.connect;

/// An event of an agent that the server wants to hear of.
///
/// @param event as the agent names it
/// @param seconds the agent's limit: as long as a person may take where a tool call waits for the
/// answer
record Hook(String event, int seconds) {

    private static final int HELD_SECONDS = 600;
    private static final int QUICK_SECONDS = 15;
    private static final int MOST_MARGIN_SECONDS = 5;

    /// An event that is told.
    static Hook told(String event) {
        return new Hook(event, QUICK_SECONDS);
    }

    /// An event whose answer decides about a call.
    static Hook gate(String event) {
        return new Hook(event, HELD_SECONDS);
    }

    /// How long the bridge waits: less than the agent, so that it still has a say.
    int patience() {
        return seconds - Math.min(MOST_MARGIN_SECONDS, seconds / 3);
    }
}
