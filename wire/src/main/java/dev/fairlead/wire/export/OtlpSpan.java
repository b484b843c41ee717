package dev.fairlead.wire.export;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening.ToolReturned;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.wire.events.EventWriter;
import dev.fairlead.wire.json.JsonWriter;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// One span while it is made.
final class OtlpSpan {

    private static final Set<Outcome> FAULTS =
            EnumSet.of(Outcome.FAILED, Outcome.REFUSED, Outcome.DENIED, Outcome.INTERRUPTED, Outcome.SKIPPED);
    private static final int INTERNAL = 1;
    private static final int ERROR = 2;

    private final String name;
    private final String trace;
    private final String id;
    private final String parent;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, Long> numbers = new LinkedHashMap<>();
    private boolean isFault;

    OtlpSpan(String name, String trace, String id, String parent) {
        this.name = name;
        this.trace = trace;
        this.id = id;
        this.parent = parent;
    }

    /// The span of a call that came back.
    static OtlpSpan ofTool(Turn.Use use, ToolReturned result, String trace, String id, String parent) {
        OtlpSpan span = new OtlpSpan("execute_tool " + use.call().tool(), trace, id, parent);
        span.put("gen_ai.operation.name", "execute_tool");
        span.put("gen_ai.tool.name", use.call().tool());
        span.put("gen_ai.tool.call.id", use.call().call().value());
        span.put("gen_ai.tool.type", "function");
        span.put("gen_ai.tool.call.arguments", GenAiMessages.json(use.call().arguments()));
        span.put("gen_ai.tool.call.result", result.text());
        span.put("fairlead.outcome", EventWriter.code(result.outcome()));
        result.exitStatus().ifPresent(status -> span.put("process.exit.code", status));
        span.isFault = FAULTS.contains(result.outcome());
        if (span.isFault) {
            span.put("error.type", EventWriter.code(result.outcome()));
        }
        return span;
    }

    void put(String key, String value) {
        texts.put(key, value);
    }

    void put(String key, long value) {
        numbers.put(key, value);
    }

    OtlpSpan with(String key, String value) {
        put(key, value);
        return this;
    }

    void write(JsonWriter json, Instant start, Instant end) {
        json.object().text("traceId", trace).text("spanId", id);
        if (!parent.isEmpty()) {
            json.text("parentSpanId", parent);
        }
        json.text("name", name)
                .number("kind", INTERNAL)
                .text("startTimeUnixNano", nanos(start))
                .text("endTimeUnixNano", nanos(end))
                .array("attributes");
        texts.forEach((key, value) -> attribute(json, key, value));
        numbers.forEach((key, value) -> json.object()
                .text("key", key)
                .object("value")
                .text("intValue", String.valueOf(value))
                .endObject()
                .endObject());
        json.endArray().object("status");
        if (isFault) {
            json.number("code", ERROR);
        }
        json.endObject().endObject();
    }

    /// An attribute whose value is a text.
    static void attribute(JsonWriter json, String key, String value) {
        json.object()
                .text("key", key)
                .object("value")
                .text("stringValue", value)
                .endObject()
                .endObject();
    }

    private static String nanos(Instant time) {
        return time.equals(Event.NO_TIME)
                ? "0"
                : String.valueOf(Math.addExact(
                        Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), (long) time.getNano()));
    }
}
