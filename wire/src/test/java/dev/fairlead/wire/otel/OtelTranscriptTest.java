package dev.fairlead.wire.otel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.event.Value;
import dev.fairlead.wire.TranscriptReader;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.MalformedJson;
import dev.fairlead.wire.json.Node;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// How telemetry is gathered: protobuf beside JSON, and stretches of a file that is too long to hold.
final class OtelTranscriptTest {

    private static final SessionId TALK = new SessionId("talk-1");
    private static final CallId CALL = new CallId("c1");
    private static final Path SENDERS = Path.of("src", "test", "resources", "opentelemetry", "senders.jsonl");

    @Test
    void readsARequestInProtobuf() throws IOException {
        assertThat(read(traces().toByteArray())).isEqualTo(ofTraces());
    }

    @Test
    void readsRequestsInProtobufEachWithItsLength() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream file = new DataOutputStream(bytes);
        for (Message each : List.of(logs(), traces(), metrics())) {
            file.writeInt(each.getSerializedSize());
            each.writeTo(file);
        }

        List<Happening> expected = new ArrayList<>(ofTraces());
        expected.add(1, new Happening.Noted("metric/tokens"));
        expected.add(2, new Happening.TaskGiven("fix the cart", 0));
        assertThat(read(bytes.toByteArray())).isEqualTo(expected);
    }

    @Test
    void doesNotTakeOtherBytesForProtobuf() throws IOException {
        byte[] torn = traces().toByteArray();

        assertThat(read(new byte[] {0, 0, 0, 4, 1, 2, 3, 4})).isEmpty();
        assertThat(read(new byte[] {0, 0, 0, 9, 1})).isEmpty();
        assertThat(read(Arrays.copyOf(torn, torn.length - 1))).isEmpty();
        assertThat(read("\n\nwords".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    /// How many signals are held at once, from one to more than the sample has.
    static IntStream lengths() {
        return IntStream.of(1, 2, 3, 5, 8, 13, 100);
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void startsEachSessionAndMakesEachCallOnceHoweverLittleItHolds(int most) throws IOException, MalformedJson {
        OtelTranscript transcript = new OtelTranscript("file", most);
        List<Happening> told = new ArrayList<>();
        long number = 0;
        for (String line : Files.readAllLines(SENDERS)) {
            number++;
            for (Node node : JsonReader.ofAll().read(line)) {
                if (node instanceof Node.Fields record) {
                    transcript.hear(record, Origin.line(number), (_, _, _, what) -> told.add(what));
                }
            }
        }
        transcript.end((_, _, _, what) -> told.add(what));

        assertThat(told.stream().filter(Happening.SessionStarted.class::isInstance))
                .hasSize(6);
        assertThat(told.stream()
                        .filter(Happening.ToolCalled.class::isInstance)
                        .map(each -> ((Happening.ToolCalled) each).call().value()))
                .containsExactlyInAnyOrder("t1", "t2", "x1", "x2", "g1", "q1", "q2", "o1");
    }

    private static List<Happening> ofTraces() {
        return List.of(
                new Happening.SessionStarted("helper", Optional.empty(), Optional.empty(), Optional.empty()),
                new Happening.ToolCalled(
                        CALL,
                        "bash",
                        Value.Fields.of(Map.of("command", new Value.Text("ls"))),
                        new Action.Command("ls", Optional.empty())),
                new Happening.ToolReturned(CALL, Outcome.FAILED, OptionalInt.of(2), "no such folder", 0));
    }

    private static List<Happening> read(byte[] bytes) throws IOException {
        List<Event> events = new ArrayList<>();
        new TranscriptReader("file", Optional.empty(), events::add).read(new ByteArrayInputStream(bytes));
        assertThat(events).allMatch(each -> each.session().equals(TALK));
        return events.stream().map(Event::what).toList();
    }

    private static ExportTraceServiceRequest traces() {
        ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
        Span.Builder span =
                request.addResourceSpansBuilder().addScopeSpansBuilder().addSpansBuilder();
        span.setTraceId(ByteString.copyFrom(new byte[16]))
                .setSpanId(ByteString.copyFrom(new byte[8]))
                .setName("execute_tool bash")
                .setStartTimeUnixNano(2_000_000_000L)
                .setEndTimeUnixNano(3_000_000_000L)
                .addAttributes(text("gen_ai.conversation.id", TALK.value()))
                .addAttributes(text("gen_ai.operation.name", "execute_tool"))
                .addAttributes(text("gen_ai.tool.name", "bash"))
                .addAttributes(text("gen_ai.tool.call.id", CALL.value()))
                .addAttributes(text("gen_ai.tool.call.arguments", "{\"command\":\"ls\"}"))
                .addAttributes(text("gen_ai.tool.call.result", "no such folder"))
                .addAttributes(KeyValue.newBuilder()
                        .setKey("process.exit.code")
                        .setValue(AnyValue.newBuilder().setIntValue(2)));
        request.getResourceSpansBuilder(0).getResourceBuilder().addAttributes(text("service.name", "helper"));
        return request.build();
    }

    private static ExportLogsServiceRequest logs() {
        ExportLogsServiceRequest.Builder request = ExportLogsServiceRequest.newBuilder();
        LogRecord.Builder record =
                request.addResourceLogsBuilder().addScopeLogsBuilder().addLogRecordsBuilder();
        record.setTimeUnixNano(1_000_000_000L)
                .addAttributes(text("event.name", "user_prompt"))
                .addAttributes(text("session.id", TALK.value()))
                .addAttributes(text("prompt", "fix the cart"));
        request.getResourceLogsBuilder(0).getResourceBuilder().addAttributes(text("service.name", "helper"));
        return request.build();
    }

    private static ExportMetricsServiceRequest metrics() {
        ExportMetricsServiceRequest.Builder request = ExportMetricsServiceRequest.newBuilder();
        Metric.Builder metric =
                request.addResourceMetricsBuilder().addScopeMetricsBuilder().addMetricsBuilder();
        metric.setName("tokens")
                .getSumBuilder()
                .addDataPointsBuilder()
                .setTimeUnixNano(500_000_000L)
                .setAsDouble(7)
                .addAttributes(text("session.id", TALK.value()));
        request.getResourceMetricsBuilder(0).getResourceBuilder().addAttributes(text("service.name", "helper"));
        return request.build();
    }

    private static KeyValue text(String key, String value) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }
}
