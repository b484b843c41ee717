package dev.fairlead.core.detect;

/// How much a finding matters, least first.
public enum Severity {
    /// A note.
    LOW,
    /// Worth a correction.
    MEDIUM,
    /// A person would want it stopped at once.
    HIGH;

    /// The name that contracts use: `low`, `medium` or `high`.
    public String code() {
        return switch (this) {
            case LOW -> "low";
            case MEDIUM -> "medium";
            case HIGH -> "high";
        };
    }
}
