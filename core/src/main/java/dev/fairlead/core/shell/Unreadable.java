package dev.fairlead.core.shell;

/// Ends the reading of a text that is no shell script, or is beyond a bound.
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String reason;

    Unreadable(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
