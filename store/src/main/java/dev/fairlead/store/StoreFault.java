package dev.fairlead.store;

/// The store could not do what was asked. The message says what was seen and what to do.
public final class StoreFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    StoreFault(String message) {
        super(message);
    }

    StoreFault(String message, Throwable cause) {
        super(message, cause);
    }
}
