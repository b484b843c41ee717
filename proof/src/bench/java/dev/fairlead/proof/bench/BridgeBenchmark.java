package dev.fairlead.proof.bench;

import com.sun.net.httpserver.HttpServer;
import dev.fairlead.cli.connect.Connection;
import dev.fairlead.cli.connect.Connectors;
import dev.fairlead.cli.connect.Place;
import dev.fairlead.cli.connect.Scope;
import dev.fairlead.cli.connect.WhenDown;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// The time that an agent waits for a hook: from the start of the bridge's process to its end, with a
/// server that answers at once.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
public class BridgeBenchmark {

    /// A bridge as `fairlead connect` writes it, and a server that says nothing.
    @State(org.openjdk.jmh.annotations.Scope.Benchmark)
    public static class Wired {

        /// The size of what the agent tells.
        @Param({"1000", "100000"})
        public int bytes;

        private HttpServer server;
        private Path script;
        private byte[] payload;

        @Setup
        public void wire() throws IOException {
            Path home = Files.createTempDirectory("bridge");
            Path state = Files.createDirectories(home.resolve(".fairlead"));
            Place place = new Place(home, home, Scope.USER, state, Map.of());
            Connection connection = new Connection(Connectors.of("claude-code").orElseThrow(), place);
            connection.connect(connection.connect(WhenDown.OPEN), WhenDown.OPEN);
            script = state.resolve("bin/fairlead-hook");
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(200, 2);
                exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
                exchange.close();
            });
            server.start();
            Files.writeString(
                    state.resolve("server.json"),
                    "{\"port\":%d}".formatted(server.getAddress().getPort()));
            Files.writeString(state.resolve("hook-token"), "token\n");
            payload = ("{\"text\":\"" + "x".repeat(bytes) + "\"}").getBytes(StandardCharsets.UTF_8);
        }

        @TearDown
        public void end() {
            server.stop(0);
        }
    }

    /// One hook before a tool.
    @Benchmark
    public int hook(Wired wired) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        List.of(wired.script.toString(), "claude-code", "PreToolUse", "open", "595"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (OutputStream input = process.getOutputStream()) {
            input.write(wired.payload);
        }
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }
}
