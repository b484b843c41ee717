package dev.fairlead.policy;

import java.io.Serial;

/// A policy that cannot be loaded, and why: the message names the file, the line and the key.
public final class BrokenPolicy extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    BrokenPolicy(String file, int line, String reason) {
        super("%s, line %d: %s".formatted(file, line, reason));
    }

    BrokenPolicy(String file, String reason) {
        super("%s: %s".formatted(file, reason));
    }

    /// The reason, for people.
    public String reason() {
        return String.valueOf(getMessage());
    }
}
