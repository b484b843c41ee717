package dev.fairlead.wire.otel;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.wire.Audience;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.MalformedJson;
import dev.fairlead.wire.json.Node;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Telemetry as it comes in, one export request after the other, in OTLP's JSON or protobuf.
///
/// What a request tells is told at once, in the order of its time. What senders repeat of a conversation is known again
/// from what was told before, also after a restart. Not for several threads at once.
public final class Telemetry {

    private static final JsonReader JSON = new OpenTelemetry().json();

    private final OtelTranscript transcript;
    private long requests;

    /// @param past the events of a session that were told before, for sessions that are not at hand
    public Telemetry(Function<SessionId, List<Event>> past) {
        this.transcript =
                new OtelTranscript("telemetry", OtelTranscript.MOST, session -> Recollection.of(past.apply(session)));
    }

    /// Takes in one request.
    ///
    /// @param isProtobuf whether it is in protobuf; in JSON otherwise
    /// @return why it cannot be read, as a clause; empty where it was told
    public Optional<String> take(byte[] body, boolean isProtobuf, Audience audience) {
        Optional<byte[]> json = isProtobuf ? OtlpProtobuf.json(body) : Optional.of(body);
        if (json.isEmpty()) {
            return Optional.of("it is no export request in protobuf");
        }
        List<Node> nodes;
        try {
            nodes = JSON.read(json.get(), 0, json.get().length);
        } catch (MalformedJson fault) {
            return Optional.of("it is no JSON: " + fault.getMessage());
        }
        if (nodes.size() != 1
                || !(nodes.getFirst() instanceof Node.Fields request)
                || Signals.KINDS.stream().noneMatch(kind -> request.has(kind.resources()))) {
            return Optional.of("it has none of `resourceSpans`, `resourceLogs` and `resourceMetrics`");
        }
        requests++;
        transcript.hear(request, Origin.index(requests), audience);
        transcript.end(audience);
        return Optional.empty();
    }
}
