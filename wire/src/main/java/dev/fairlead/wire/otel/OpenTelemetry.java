package dev.fairlead.wire.otel;

import dev.fairlead.wire.Dialect;
import dev.fairlead.wire.Transcript;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The dialect of OpenTelemetry: export requests in OTLP's JSON, one a file or one a line, or in
/// protobuf, whoever sent them.
public final class OpenTelemetry implements Dialect {

    private static final JsonReader JSON =
            JsonReader.skipping(Set.of("droppedAttributesCount", "droppedEventsCount", "droppedLinksCount"), Set.of());

    @Override
    public String agent() {
        return "opentelemetry";
    }

    @Override
    public String title() {
        return "OpenTelemetry";
    }

    /// None: telemetry lies where a collector was told to write it.
    @Override
    public List<String> places() {
        return List.of();
    }

    @Override
    public boolean recognises(Node.Fields record) {
        return Signals.KINDS.stream().anyMatch(kind -> record.get(kind.resources()) instanceof Node.Items);
    }

    @Override
    public JsonReader json() {
        return JSON;
    }

    @Override
    public boolean isDocument() {
        return true;
    }

    @Override
    public Optional<byte[]> json(byte[] bytes) {
        return OtlpProtobuf.json(bytes);
    }

    @Override
    public Transcript open(String name) {
        return new OtelTranscript(name);
    }
}
