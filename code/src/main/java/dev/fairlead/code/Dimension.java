package dev.fairlead.code;

import java.util.Locale;

/// A side from which a change is judged.
public enum Dimension {
    /// What an attacker could use.
    SECURITY,
    /// What goes wrong unnoticed.
    RELIABILITY,
    /// What is hard to follow.
    COMPLEXITY,
    /// What is left lying about.
    HYGIENE,
    /// What no test runs.
    COVERAGE;

    /// As a person reads it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
