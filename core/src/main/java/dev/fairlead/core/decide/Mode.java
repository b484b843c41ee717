package dev.fairlead.core.decide;

import java.util.Locale;
import java.util.Optional;

/// What a rule, or a class of findings, may lead to. Ordered: each is stricter than the one before.
public enum Mode {
    /// Not looked for.
    OFF,
    /// Looked for and recorded; the agent and the person are left alone.
    SHADOW,
    /// The agent is told.
    NUDGE,
    /// A person is asked.
    ASK,
    /// The call is refused.
    REFUSE;

    /// The mode that a policy calls so.
    public static Optional<Mode> of(String code) {
        for (Mode mode : values()) {
            if (mode.code().equals(code)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }

    /// Its name in policies.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What it says about a call: an agent that is told goes on.
    public Answer answer() {
        return switch (this) {
            case OFF, SHADOW, NUDGE -> Answer.ALLOW;
            case ASK -> Answer.ASK;
            case REFUSE -> Answer.DENY;
        };
    }

    /// Whether anybody notices.
    public boolean isHeard() {
        return compareTo(NUDGE) >= 0;
    }

    /// The stricter of both.
    public Mode stricter(Mode other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
