package dev.fairlead.core.guide;

/// What came of an intervention, told from what the agent did next.
public enum Outcome {
    /// The agent went on for a while, or came to its end, without doing it again.
    HEEDED,
    /// The agent did it again.
    IGNORED,
    /// The agent made no further call.
    GAVE_UP,
    /// Too little has happened since.
    TOO_SOON
}
