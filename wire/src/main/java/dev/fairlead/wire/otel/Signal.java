package dev.fairlead.wire.otel;

import dev.fairlead.core.event.Origin;
import dev.fairlead.wire.json.Node;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// One span, log record or metric, with its attributes as plain values.
///
/// @param name the span's or metric's name; of a log record the name of its event
/// @param start when it began; of a log record when it was made
/// @param end when it ended; the same as its start where it has no length
/// @param failed whether its status says that it failed
/// @param sound whether its status says that it went well
/// @param message its status' message or, of a log record, its body
/// @param attributes its own
/// @param resource those of who sent it
/// @param marks the events within a span
record Signal(
        Kind kind,
        String name,
        Instant start,
        Instant end,
        boolean failed,
        boolean sound,
        String message,
        Node.Fields attributes,
        Node.Fields resource,
        String trace,
        String span,
        String parent,
        List<Node.Fields> marks,
        Origin origin) {

    /// What it is, and under which keys the JSON has it.
    enum Kind {
        /// A span.
        SPAN("resourceSpans", "scopeSpans", "spans"),
        /// A log record.
        LOG("resourceLogs", "scopeLogs", "logRecords"),
        /// A metric.
        METRIC("resourceMetrics", "scopeMetrics", "metrics");

        private final String resources;
        private final String scopes;
        private final String items;

        Kind(String resources, String scopes, String items) {
            this.resources = resources;
            this.scopes = scopes;
            this.items = items;
        }

        String resources() {
            return resources;
        }

        String scopes() {
            return scopes;
        }

        String items() {
            return items;
        }
    }

    /// The name of the service that sent it.
    String service() {
        return resource.textOr("service.name", "");
    }

    /// What it is called where it is only noted.
    String label() {
        return kind.name().toLowerCase(Locale.ROOT) + "/" + name;
    }
}
