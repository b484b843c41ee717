package dev.fairlead.store;

import java.util.Optional;

/// The store could not do what was asked. The message says what was seen and what to do.
public final class StoreFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean isRefusal;

    StoreFault(String message) {
        this(message, Optional.empty(), false);
    }

    StoreFault(String message, Throwable cause) {
        this(message, Optional.of(cause), false);
    }

    private StoreFault(String message, Optional<Throwable> cause, boolean isRefusal) {
        super(message);
        cause.ifPresent(this::initCause);
        this.isRefusal = isRefusal;
    }

    /// What was brought was refused for what it is: to bring it again is of no use.
    static StoreFault refusal(String message, Throwable cause) {
        return new StoreFault(message, Optional.of(cause), true);
    }

    /// Whether what was brought was refused for what it is.
    boolean isRefusal() {
        return isRefusal;
    }
}
