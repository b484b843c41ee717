package dev.fairlead.server;

import io.helidon.webserver.http.HttpRouting;

/// A part of the site that is built elsewhere: it brings its own routes and looks through the [Door].
@FunctionalInterface
public interface Annex {

    /// No further part.
    Annex NONE = (_, _) -> {};

    /// Adds its routes.
    void route(HttpRouting.Builder routing, Door door);
}
