package dev.fairlead.server;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/// What the libraries beneath the server may say: what goes wrong, and nothing else.
final class Logs {

    /// Loggers are let go, with their levels, when nobody holds them.
    private static final List<Logger> QUIET = List.of(
            Logger.getLogger("io.helidon"), Logger.getLogger("org.flywaydb"), Logger.getLogger("com.zaxxer.hikari"));

    private Logs() {}

    static void quieten() {
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
    }
}
