package dev.fairlead.cli;

import java.util.Locale;

/// The forms in which a review is told.
enum ReviewFormat {
    /// For a person at a terminal.
    TABLE,
    /// One JSON object a line.
    JSONL,
    /// SARIF 2.1.0, for code-scanning services.
    SARIF,
    /// One self-contained page.
    HTML,
    /// For a comment on a pull request.
    MARKDOWN;

    /// The name as a person types it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
