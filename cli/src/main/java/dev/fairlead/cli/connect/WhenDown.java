package dev.fairlead.cli.connect;

import java.util.Locale;

/// What becomes of a tool call when the server does not answer.
public enum WhenDown {
    /// It runs, unwatched.
    OPEN,
    /// It is refused.
    CLOSED;

    /// As it stands in the bridge's command.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What a person is told about it.
    public String sentence() {
        return switch (this) {
            case OPEN -> "when the server does not answer, tool calls run unwatched (open)";
            case CLOSED -> "when the server does not answer, tool calls are refused (closed)";
        };
    }
}
