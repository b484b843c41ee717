package dev.fairlead.core.decide;

/// Placeholder.
final class Consent {
    private Consent() {}

    static boolean names(Raised raised, Attempt attempt) {
        return false;
    }
}
