package dev.fairlead.core.guide;

import dev.fairlead.core.decide.Mode;

/// How firmly an agent is guided about one class of findings. Ordered: each is firmer than the one before.
public enum Rung {
    /// It is told what it did and what to do instead.
    NUDGE,
    /// It is told that it was told, and did not listen.
    FIRM_NUDGE,
    /// A person is asked before its next call.
    ASK,
    /// It does nothing until a person lets it go on.
    PAUSE;

    /// The firmest that a mode allows: an agent that a policy only nudges is never held up.
    static Rung most(Mode mode) {
        return switch (mode) {
            case OFF, SHADOW, NUDGE -> FIRM_NUDGE;
            case ASK -> ASK;
            case REFUSE -> PAUSE;
        };
    }

    /// Whether it holds the agent up, so that nothing is to be said but to a person.
    public boolean holds() {
        return compareTo(ASK) >= 0;
    }

    /// The next one, or this where a policy allows no firmer.
    Rung next(Rung most) {
        Rung above = switch (this) {
            case NUDGE -> FIRM_NUDGE;
            case FIRM_NUDGE -> ASK;
            case ASK, PAUSE -> PAUSE;
        };
        return above.compareTo(most) > 0 ? most : above;
    }
}
