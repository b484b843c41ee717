package dev.fairlead.cli.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The bridge as an agent starts it, against a small server.
final class BridgeTest {

    private static final String REFUSAL = "Fairlead refuses this call since its server %s, and calls are to be refused "
            + "then. Ask the person to start it with `fairlead up`; do not try to go around it.";

    @TempDir
    private Path folder;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private HttpServer server;
    private int status = 200;

    /// How a hook ended.
    private record End(int status, String output, String error) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            heard.add("%s %s %s %s"
                    .formatted(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI(),
                            exchange.getRequestHeaders().getFirst("Authorization"),
                            body));
            byte[] answer = "{\"decision\":\"é\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        Path state = Files.createDirectories(folder.resolve("it's here"));
        Disk.make(new FileChange(
                new Bridge(state, WhenDown.OPEN).script(), Optional.empty(), Optional.of(Bridge.text()), true));
        Files.writeString(state.resolve("hook-token"), "t0ken\n");
        Files.writeString(
                state.resolve("server.json"),
                "{\n  \"pid\": 12,\n  \"port\" : %d,\n  \"version\": \"1\"}"
                        .formatted(server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Path state() {
        return folder.resolve("it's here");
    }

    private End run(String agent, Hook hook, WhenDown whenDown, String payload)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(List.of("sh", "-c", new Bridge(state(), whenDown).command(agent, hook))).start();
        try (OutputStream input = process.getOutputStream()) {
            input.write(payload.getBytes(StandardCharsets.UTF_8));
        } catch (IOException unread) {
            // a hook that knows its answer at once does not read
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new End(process.waitFor(), output, error);
    }

    @Test
    void handsThePayloadOverAndTheAnswerBack() throws IOException, InterruptedException {
        String payload = "{\"text\":\"ü ' \\\" $(x) \\u0000\"}\n";

        assertThat(run("claude-code", Hook.gate("PreToolUse"), WhenDown.OPEN, payload))
                .isEqualTo(new End(0, "{\"decision\":\"é\"}\n", ""));
        assertThat(heard.poll()).isEqualTo("POST /hooks/claude-code?event=PreToolUse Bearer t0ken " + payload);
    }

    @Test
    void handsOverAMegabyte() throws IOException, InterruptedException {
        String payload = "{\"text\":\"" + "x".repeat(3 << 20) + "\"}";

        assertThat(run("codex", Hook.told("PostToolUse"), WhenDown.OPEN, payload)
                        .status())
                .isZero();
        assertThat(heard.poll()).endsWith(payload);
    }

    @Test
    void letsCallsRunWithoutAServerWhereThePersonChoseSo() throws IOException, InterruptedException {
        server.stop(0);

        assertThat(run("gemini-cli", Hook.gate("BeforeTool"), WhenDown.OPEN, "{}"))
                .isEqualTo(new End(0, "", ""));
    }

    @Test
    void refusesCallsWithoutAServerWhereThePersonChoseSo() throws IOException, InterruptedException {
        server.stop(0);
        String refusal = REFUSAL.formatted("is not running");

        assertThat(run("gemini-cli", Hook.gate("BeforeTool"), WhenDown.CLOSED, "{}"))
                .isEqualTo(new End(2, "", refusal + "\n"));
        assertThat(run("copilot-cli", Hook.gate("preToolUse"), WhenDown.CLOSED, "{}"))
                .isEqualTo(new End(2, "", refusal + "\n"));
        assertThat(run("cline", Hook.gate("PreToolUse"), WhenDown.CLOSED, "{}"))
                .isEqualTo(new End(0, "{\"cancel\":true,\"errorMessage\":\"" + refusal + "\"}\n", ""));
    }

    @Test
    void refusesNothingElseWithoutAServer() throws IOException, InterruptedException {
        server.stop(0);

        assertThat(run("claude-code", Hook.told("Stop"), WhenDown.CLOSED, "{}")).isEqualTo(new End(0, "", ""));
        assertThat(run("claude-code", Hook.gate("PermissionRequest"), WhenDown.CLOSED, "{}"))
                .isEqualTo(new End(0, "", ""));
    }

    @Test
    void takesAServerThatRefusesToAnswerForNone() throws IOException, InterruptedException {
        for (int refused : new int[] {401, 404, 429, 500, 503}) {
            status = refused;

            assertThat(run("claude-code", Hook.gate("PreToolUse"), WhenDown.CLOSED, "{}"))
                    .isEqualTo(new End(2, "", REFUSAL.formatted("refused to answer") + "\n"));
            assertThat(run("claude-code", Hook.gate("PreToolUse"), WhenDown.OPEN, "{}"))
                    .isEqualTo(new End(0, "", ""));
        }
    }

    @Test
    void takesAServerThatWasNeverStartedForNone() throws IOException, InterruptedException {
        Files.delete(state().resolve("server.json"));
        assertThat(run("claude-code", Hook.gate("PreToolUse"), WhenDown.CLOSED, "{}"))
                .isEqualTo(new End(2, "", REFUSAL.formatted("is not running") + "\n"));

        Files.writeString(state().resolve("server.json"), "{\"port\":1}");
        Files.delete(state().resolve("hook-token"));
        assertThat(run("claude-code", Hook.gate("PreToolUse"), WhenDown.CLOSED, "{}"))
                .isEqualTo(new End(2, "", REFUSAL.formatted("has left no token") + "\n"));
    }

    @Test
    void locksNobodyOutWhoDeletedItUnlessCallsAreToBeRefused() throws IOException, InterruptedException {
        Files.delete(new Bridge(state(), WhenDown.OPEN).script());

        assertThat(run("gemini-cli", Hook.gate("BeforeTool"), WhenDown.OPEN, "{}"))
                .isEqualTo(new End(0, "", ""));
        assertThat(run("gemini-cli", Hook.gate("BeforeTool"), WhenDown.CLOSED, "{}")
                        .status())
                .isEqualTo(127);
    }
}
