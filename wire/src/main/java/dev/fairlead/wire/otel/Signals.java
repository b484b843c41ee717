package dev.fairlead.wire.otel;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Origin;
import dev.fairlead.wire.json.Node;
import dev.fairlead.wire.otel.Signal.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Takes an export request apart into its spans, log records and metrics.
final class Signals {

    /// What an export request may hold.
    static final Set<Kind> KINDS = Set.of(Kind.values());

    private static final long NANOS = 1_000_000_000L;

    private Signals() {}

    /// Every signal of a request, in its order.
    ///
    /// @param origin where the request stands; within a document, the place of its first signal
    static List<Signal> of(Node.Fields request, Origin origin) {
        List<Signal> signals = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (Node.Fields group : objects(request.items(kind.resources()))) {
                Node.Fields resource = Attributes.plain(group.fields("resource").items("attributes"));
                for (Node.Fields scope : objects(group.items(kind.scopes()))) {
                    for (Node.Fields item : objects(scope.items(kind.items()))) {
                        long place = origin.place() + signals.size();
                        Origin at = origin.unit() == Origin.Unit.LINE ? origin : Origin.index(place);
                        signals.add(signal(kind, item, resource, at));
                    }
                }
            }
        }
        return signals;
    }

    private static Signal signal(Kind kind, Node.Fields item, Node.Fields resource, Origin origin) {
        Node.Fields status = item.fields("status");
        Node.Fields attributes = Attributes.plain(item.items("attributes"));
        Node.Fields point = kind == Kind.METRIC ? point(item) : Node.Fields.NONE;
        Instant start =
                time(kind == Kind.METRIC ? point : item, kind == Kind.SPAN ? "startTimeUnixNano" : "timeUnixNano");
        Instant seen = start.equals(Event.NO_TIME) ? time(item, "observedTimeUnixNano") : start;
        Instant end = time(item, "endTimeUnixNano");
        return new Signal(
                kind,
                kind == Kind.LOG ? event(item, attributes) : item.textOr("name", ""),
                seen,
                end.isBefore(seen) ? seen : end,
                isStatus(status, "2", "STATUS_CODE_ERROR"),
                isStatus(status, "1", "STATUS_CODE_OK"),
                kind == Kind.LOG ? body(item) : status.textOr("message", ""),
                kind == Kind.METRIC ? Attributes.plain(point.items("attributes")) : attributes,
                resource,
                item.textOr("traceId", ""),
                item.textOr("spanId", ""),
                item.textOr("parentSpanId", ""),
                objects(item.items("events")),
                origin);
    }

    /// The name of a log record's event: an attribute, a field of its own in later versions, or its whole body.
    private static String event(Node.Fields item, Node.Fields attributes) {
        return attributes
                .text("event.name")
                .or(() -> item.text("eventName"))
                .filter(each -> !each.isBlank())
                .orElseGet(() -> body(item));
    }

    private static String body(Node.Fields item) {
        return item.fields("body").textOr("stringValue", "");
    }

    /// A metric's first point, which says when it was measured and whose it is.
    private static Node.Fields point(Node.Fields metric) {
        return Stream.of("sum", "gauge", "histogram", "exponentialHistogram", "summary")
                .flatMap(type -> objects(metric.fields(type).items("dataPoints")).stream())
                .findFirst()
                .orElse(Node.Fields.NONE);
    }

    private static boolean isStatus(Node.Fields status, String number, String name) {
        return status.get("code") instanceof Node.Scalar scalar
                ? scalar.literal().equals(number)
                : status.textOr("code", "").equals(name);
    }

    private static Instant time(Node.Fields item, String key) {
        long nanos = Attributes.number(item, List.of(key)).orElse(0);
        return nanos <= 0 ? Event.NO_TIME : Instant.ofEpochSecond(nanos / NANOS, nanos % NANOS);
    }

    private static List<Node.Fields> objects(Node.Items items) {
        return items.nodes().stream()
                .filter(Node.Fields.class::isInstance)
                .map(Node.Fields.class::cast)
                .toList();
    }
}
