package dev.fairlead.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TelemetryIntakeTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    /// One export request with one span of a chat, in which the person asks and a tool is called.
    private static String chat(int second, String asked) {
        return """
                {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"claude-code"}}]},\
                "scopeSpans":[{"scope":{"name":"x"},"spans":[{"traceId":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",\
                "spanId":"00000000000000%02d","name":"chat m","kind":3,"startTimeUnixNano":"17723556%02d000000000",\
                "endTimeUnixNano":"17723556%02d500000000","attributes":[\
                {"key":"gen_ai.operation.name","value":{"stringValue":"chat"}},\
                {"key":"gen_ai.conversation.id","value":{"stringValue":"talk"}},\
                {"key":"gen_ai.input.messages","value":{"stringValue":"[{\\"role\\":\\"user\\",\\"parts\\":[{\\"type\\":\\"text\\",\\"content\\":\\"%s\\"}]}]"}}\
                ]}]}]}]}""".formatted(second, second, second, asked);
    }

    private static int post(Running server, String path, byte[] body, String token, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.server().port() + path))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void keepsWhatIsToldOnceAlsoOverARestart() throws Exception {
        try (Running server = Running.in(folder)) {
            String token = server.token("hook-token");
            assertThat(post(server, "/v1/traces", packed(chat(1, "mend it")), token, "Content-Encoding", "gzip"))
                    .isEqualTo(200);
            assertThat(post(server, "/v1/traces", packed(chat(2, "mend it")), token, "Content-Encoding", "gzip"))
                    .isEqualTo(200);
            assertThat(server.until("/api/v1/sessions?channel=telemetry", "mend it"))
                    .contains("\"session\":\"talk\"");
        }
        try (Running server = Running.in(folder)) {
            byte[] again = chat(3, "mend it").getBytes(StandardCharsets.UTF_8);
            assertThat(post(server, "/v1/traces", again, server.token("hook-token")))
                    .isEqualTo(200);
        }
        try (Running server = Running.in(folder)) {
            assertThat(server.store(
                            "select count(*) from events where channel = 'telemetry' and body like '%mend it%'"))
                    .isEqualTo("1\n");
            assertThat(server.store("select count(distinct sequence) = count(*) and max(sequence) + 1 = count(*)"
                            + " from events where session = 'talk'"))
                    .isEqualTo("1\n");
        }
    }

    @Test
    void saysWhatItCannotTake() throws Exception {
        try (Running server = Running.in(folder)) {
            String token = server.token("hook-token");
            assertThat(server.send("/v1/logs", "{\"resource", token).statusCode())
                    .isEqualTo(400);
            assertThat(server.send("/v1/logs", "{\"a\":1}", token).body())
                    .isEqualTo(
                            "{\"message\":\"it has none of `resourceSpans`, `resourceLogs` and `resourceMetrics`\"}");
            assertThat(post(server, "/v1/logs", new byte[] {1, 2, 3}, token, "Content-Type", "application/x-protobuf"))
                    .isEqualTo(400);
            assertThat(server.send("/v1/metrics", "{\"resourceMetrics\":[]}", token)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(server.send("/v1/logs", "{}", server.token("admin-token"))
                            .statusCode())
                    .as("telemetry comes with the agents' token")
                    .isEqualTo(401);
            byte[] most = new byte[TelemetryIntake.MOST + 1];
            assertThat(post(server, "/v1/logs", most, token)).isEqualTo(413);
        }
    }
}
