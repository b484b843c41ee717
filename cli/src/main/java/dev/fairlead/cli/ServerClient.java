package dev.fairlead.cli;

import dev.fairlead.wire.HookPayload;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.JsonWriter;
import dev.fairlead.wire.json.MalformedJson;
import dev.fairlead.wire.json.Node;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// Talks to the server of this machine in a person's name.
final class ServerClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String address;
    private final String token;

    private ServerClient(String address, String token) {
        this.address = address;
        this.token = token;
    }

    /// A client of the server that runs.
    ///
    /// @throws IOException with words for the person where none runs
    static ServerClient open() throws IOException {
        State.Running running = State.running()
                .orElseThrow(() -> new IOException("no server runs on this machine; start one with `fairlead up`"));
        return new ServerClient(running.address(), State.personToken());
    }

    /// Where the server listens.
    String address() {
        return address;
    }

    /// Asks for something.
    Node.Fields get(String path) throws IOException {
        return send(request(path).GET().build());
    }

    /// Orders something.
    Node.Fields post(String path, Consumer<JsonWriter> body) throws IOException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(HookPayload.json(body)))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private Node.Fields send(HttpRequest request) throws IOException {
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            List<Node> nodes = JsonReader.ofAll().read(response.body(), 0, response.body().length);
            if (nodes.size() != 1 || !(nodes.getFirst() instanceof Node.Fields fields)) {
                throw new IOException(
                        "the server answered with %d and no JSON object".formatted(response.statusCode()));
            }
            if (response.statusCode() >= 400) {
                throw new IOException(fields.textOr("error", "the server answered with " + response.statusCode()));
            }
            return fields;
        } catch (MalformedJson fault) {
            throw new IOException("the server's answer is not JSON: " + fault.getMessage(), fault);
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the server", fault);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
