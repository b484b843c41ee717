package dev.fairlead.wire.otel;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.fairlead.wire.json.JsonWriter;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Export requests in protobuf, as the JSON that OTLP has for them.
///
/// A file is one request, or requests each with its length in four bytes before it, as the collector writes them.
/// Which of the three kinds of request it is the bytes do not say: it is the one under which their contents make sense.
final class OtlpProtobuf {

    private static final byte FIRST_FIELD = 0x0A;
    private static final int LENGTH = 4;

    private OtlpProtobuf() {}

    /// The requests as JSON, one after the other; empty where the bytes are no requests.
    static Optional<byte[]> json(byte[] file) {
        List<byte[]> messages = messages(file);
        if (messages.isEmpty()) {
            return Optional.empty();
        }
        StringWriter text = new StringWriter();
        for (byte[] each : messages) {
            Optional<Message> request = request(each);
            if (request.isEmpty()) {
                return Optional.empty();
            }
            try (JsonWriter json = new JsonWriter(text)) {
                write(json.object(), request.get());
                json.endObject();
            }
            text.write('\n');
        }
        return Optional.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<byte[]> messages(byte[] file) {
        if (file.length > 0 && file[0] == FIRST_FIELD) {
            return List.of(file);
        }
        List<byte[]> messages = new ArrayList<>();
        ByteBuffer left = ByteBuffer.wrap(file);
        while (left.remaining() > LENGTH) {
            int length = left.getInt();
            if (length <= 0 || length > left.remaining()) {
                return List.of();
            }
            byte[] message = new byte[length];
            left.get(message);
            messages.add(message);
        }
        return left.hasRemaining() ? List.of() : messages;
    }

    private static Optional<Message> request(byte[] bytes) {
        return traces(bytes).or(() -> logs(bytes)).or(() -> metrics(bytes));
    }

    private static Optional<Message> traces(byte[] bytes) {
        try {
            ExportTraceServiceRequest request = ExportTraceServiceRequest.parseFrom(bytes);
            List<Span> spans = request.getResourceSpansList().stream()
                    .flatMap(group -> group.getScopeSpansList().stream())
                    .flatMap(scope -> scope.getSpansList().stream())
                    .toList();
            boolean isSound = spans.stream()
                    .allMatch(span ->
                            span.getTraceId().size() == 16 && span.getSpanId().size() == 8);
            return isSound && !spans.isEmpty() ? Optional.of(request) : Optional.empty();
        } catch (InvalidProtocolBufferException notSpans) {
            return Optional.empty();
        }
    }

    private static Optional<Message> logs(byte[] bytes) {
        try {
            ExportLogsServiceRequest request = ExportLogsServiceRequest.parseFrom(bytes);
            List<LogRecord> records = request.getResourceLogsList().stream()
                    .flatMap(group -> group.getScopeLogsList().stream())
                    .flatMap(scope -> scope.getLogRecordsList().stream())
                    .toList();
            boolean isSound = records.stream()
                    .allMatch(each -> each.getTimeUnixNano() != 0 || each.getObservedTimeUnixNano() != 0);
            return isSound && !records.isEmpty() ? Optional.of(request) : Optional.empty();
        } catch (InvalidProtocolBufferException notLogs) {
            return Optional.empty();
        }
    }

    private static Optional<Message> metrics(byte[] bytes) {
        try {
            ExportMetricsServiceRequest request = ExportMetricsServiceRequest.parseFrom(bytes);
            List<Metric> metrics = request.getResourceMetricsList().stream()
                    .flatMap(group -> group.getScopeMetricsList().stream())
                    .flatMap(scope -> scope.getMetricsList().stream())
                    .toList();
            boolean isSound = metrics.stream().noneMatch(each -> each.getName().isBlank());
            return isSound && !metrics.isEmpty() ? Optional.of(request) : Optional.empty();
        } catch (InvalidProtocolBufferException notMetrics) {
            return Optional.empty();
        }
    }

    private static void write(JsonWriter json, Message message) {
        for (Map.Entry<FieldDescriptor, Object> each : message.getAllFields().entrySet()) {
            FieldDescriptor field = each.getKey();
            String name = field.getJsonName();
            if (each.getValue() instanceof List<?> items) {
                json.array(name);
                for (Object item : items) {
                    if (item instanceof Message inner) {
                        write(json.object(), inner);
                        json.endObject();
                    } else {
                        json.item(text(name, item));
                    }
                }
                json.endArray();
            } else {
                writeOne(json, name, each.getValue());
            }
        }
    }

    private static void writeOne(JsonWriter json, String name, Object value) {
        switch (value) {
            case Message inner -> {
                write(json.object(name), inner);
                json.endObject();
            }
            case Boolean flag -> json.flag(name, flag);
            case Integer number -> json.number(name, number);
            case Double number -> json.number(name, number);
            case EnumValueDescriptor constant -> json.number(name, constant.getNumber());
            default -> json.text(name, text(name, value));
        }
    }

    /// Ids are written in hexadecimal, other bytes in base 64, and long numbers as texts.
    private static String text(String name, Object value) {
        if (value instanceof ByteString bytes) {
            return name.endsWith("Id")
                    ? HexFormat.of().formatHex(bytes.toByteArray())
                    : Base64.getEncoder().encodeToString(bytes.toByteArray());
        }
        return String.valueOf(value);
    }
}
