package dev.fairlead.proof.bench;

import dev.fairlead.server.Server;
import dev.fairlead.server.ServerSettings;
import dev.fairlead.server.StateFolder;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.MalformedJson;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// How long an agent waits for the answer to a hook, set against an endpoint of the same web server in the same process
/// that reads and parses the same body and says nothing: a measurement for a person to read, no test.
///
/// Requests go to the two in turns, [#TURN] at a time, over connections that stay open.
public final class HookLatency {

    private static final int TURN = 50;
    private static final int REQUESTS = 20_000;
    private static final JsonReader JSON = JsonReader.ofAll();

    private HookLatency() {}

    /// Measures, and reports.
    ///
    /// @param arguments files with payloads of hooks of Claude Code, to be sent beside our own
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("fairlead-latency");
        ServerSettings settings = ServerSettings.of(folder.resolve("state"), folder.resolve("home"), "bench")
                .on(0);
        WebServer empty = WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .routing(routing -> routing.post("/empty", HookLatency::empty))
                .build()
                .start();
        try (Server server = Server.start(settings, "bench", System.err::println)) {
            String token = StateFolder.at(settings.state()).token(StateFolder.HOOK_TOKEN);
            List<String> real = new ArrayList<>();
            for (String each : arguments) {
                real.add(Files.readString(Path.of(each)));
            }
            List<String> own = List.of(payload("ls src/main/java/app/Cart.java"));
            List<String> large = List.of(payload("cat > notes.txt <<'E'\n" + "a line of text\n".repeat(6_600) + "E"));
            Target hook = new Target(server.port(), "/hooks/claude-code", token);
            Target nothing = new Target(empty.port(), "/empty", token);
            for (int connections : new int[] {1, 16, 64}) {
                report("own", connections, new Run(own, hook, nothing, connections, REQUESTS));
                if (!real.isEmpty()) {
                    report("real", connections, new Run(real, hook, nothing, connections, REQUESTS));
                }
                report("100 KB", connections, new Run(large, hook, nothing, connections, REQUESTS / 10));
            }
        } finally {
            empty.stop();
        }
    }

    private static void empty(ServerRequest request, ServerResponse response) throws IOException, MalformedJson {
        try (InputStream body = request.content().inputStream()) {
            byte[] bytes = body.readAllBytes();
            JSON.read(bytes, 0, bytes.length);
        }
        response.send("{}");
    }

    private static String payload(String command) {
        return """
                {"session_id":"SESSION","transcript_path":"/tmp/none.jsonl","cwd":"/tmp","permission_mode":"default",\
                "hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":{"command":"%s","description":"x"},\
                "tool_use_id":"CALL"}""".formatted(command.replace("\n", "\\n"));
    }

    /// Where requests go.
    private record Target(int port, String path, String token) {}

    /// One measurement.
    private record Run(List<String> payloads, Target hook, Target empty, int connections, int requests) {}

    private static void report(String what, int connections, Run run) throws Exception {
        measure(run); // to warm up
        long[][] nanos = measure(run);
        System.out.printf(
                Locale.ROOT,
                "%-7s %2d connections, %,6d requests each: empty p50 %7.3f ms, p99 %7.3f ms; hook p50 %7.3f ms, p99 %7.3f ms;"
                        + " ratio p50 %.2f, p99 %.2f%n",
                what,
                connections,
                nanos[0].length,
                at(nanos[0], 0.5),
                at(nanos[0], 0.99),
                at(nanos[1], 0.5),
                at(nanos[1], 0.99),
                at(nanos[1], 0.5) / at(nanos[0], 0.5),
                at(nanos[1], 0.99) / at(nanos[0], 0.99));
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) (share * (sorted.length - 1))] / 1e6;
    }

    private static long[][] measure(Run run) throws Exception {
        List<long[][]> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(run.connections())) {
            List<Future<long[][]>> futures = new ArrayList<>();
            for (int i = 0; i < run.connections(); i++) {
                int number = i;
                futures.add(threads.submit(() -> converse(run, number)));
            }
            for (Future<long[][]> each : futures) {
                all.add(each.get());
            }
        }
        long[][] sorted = new long[2][];
        for (int i = 0; i < 2; i++) {
            int side = i;
            sorted[i] = all.stream()
                    .flatMapToLong(each -> Arrays.stream(each[side]))
                    .sorted()
                    .toArray();
        }
        return sorted;
    }

    private static long[][] converse(Run run, int number) throws IOException {
        int most = run.requests() / run.connections();
        long[][] nanos = new long[2][most];
        Target[] targets = {run.empty(), run.hook()};
        try (Socket one = new Socket("127.0.0.1", run.empty().port());
                Socket other = new Socket("127.0.0.1", run.hook().port())) {
            one.setTcpNoDelay(true);
            other.setTcpNoDelay(true);
            Socket[] sockets = {one, other};
            InputStream[] answers = {
                new BufferedInputStream(one.getInputStream()), new BufferedInputStream(other.getInputStream())
            };
            for (int from = 0; from < most; from += TURN) {
                for (int side = 0; side < 2; side++) {
                    for (int i = from; i < Math.min(most, from + TURN); i++) {
                        byte[] request = request(run, targets[side], number, i);
                        long start = System.nanoTime();
                        send(sockets[side].getOutputStream(), request);
                        skipAnswer(answers[side]);
                        nanos[side][i] = System.nanoTime() - start;
                    }
                }
            }
        }
        return nanos;
    }

    private static byte[] request(Run run, Target target, int number, int i) {
        String body = run.payloads()
                .get(i % run.payloads().size())
                .replace("SESSION", "bench-" + number + "-" + i / 200)
                .replace("CALL", "toolu_" + System.nanoTime() + "_" + number);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head =
                "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                        .formatted(target.path(), target.token(), bytes.length);
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(start, start.length + bytes.length);
        System.arraycopy(bytes, 0, whole, start.length, bytes.length);
        return whole;
    }

    private static void send(OutputStream to, byte[] request) throws IOException {
        to.write(request);
        to.flush();
    }

    /// Reads one answer, which says its length.
    private static void skipAnswer(InputStream from) throws IOException {
        int length = 0;
        String line = line(from);
        while (!line.isEmpty()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        line.substring("content-length:".length()).strip());
            }
            line = line(from);
        }
        from.skipNBytes(length);
    }

    private static String line(InputStream from) throws IOException {
        StringBuilder line = new StringBuilder();
        int c = from.read();
        while (c != '\n') {
            if (c < 0) {
                throw new IOException("the server has hung up");
            }
            if (c != '\r') {
                line.append((char) c);
            }
            c = from.read();
        }
        return line.toString();
    }
}
