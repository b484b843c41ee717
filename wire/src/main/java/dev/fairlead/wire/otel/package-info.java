/// OpenTelemetry: spans and log records of agents, as the GenAI conventions name them and as the clients really do.
@NullMarked
package dev.fairlead.wire.otel;

import org.jspecify.annotations.NullMarked;
