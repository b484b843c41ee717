package dev.fairlead.core.decide;

import java.util.Locale;
import java.util.Optional;

/// Who speaks in a layer of a policy, from the one who binds the others to the one who is bound.
public enum Level {
    /// Whoever answers for all repositories and people.
    ORGANISATION,
    /// The repository that the agent works in.
    REPOSITORY,
    /// The person whose agent it is.
    PERSON;

    /// The level that a policy calls so.
    public static Optional<Level> of(String code) {
        for (Level level : values()) {
            if (level.code().equals(code)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    /// The one that it binds next; the last binds nobody.
    public Level below() {
        return switch (this) {
            case ORGANISATION -> REPOSITORY;
            case REPOSITORY, PERSON -> PERSON;
        };
    }

    /// Its name in policies.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
