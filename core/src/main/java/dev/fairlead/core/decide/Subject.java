package dev.fairlead.core.decide;

import dev.fairlead.core.detect.Misbehaviour;

/// What a mode is about.
sealed interface Subject {

    /// The name that a policy uses.
    String name();

    /// A rule.
    record OfRule(String name) implements Subject {}

    /// A class of findings.
    record OfClass(Misbehaviour misbehaviour) implements Subject {
        @Override
        public String name() {
            return misbehaviour.code();
        }
    }
}
