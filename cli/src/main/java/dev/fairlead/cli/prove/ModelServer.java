package dev.fairlead.cli.prove;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.fairlead.cli.connect.Json;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.MalformedJson;
import dev.fairlead.wire.json.Node;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// A model that says what it was told to say, over the network as clients speak with theirs.
///
/// A request that offers tools is answered with the next turn, after the last of them with the last
/// again. One without tools gets a word. What comes from a sub-agent has turns of its own: it holds
/// [#DELEGATED] and not [#TASK].
public final class ModelServer implements AutoCloseable {

    /// Stands in the prompt of the main work.
    public static final String TASK = "fairlead-proof-task";

    /// Stands in the prompt of a sub-agent.
    public static final String DELEGATED = "fairlead-proof-delegated";

    private static final int LEAST_TOOLS = 2;

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Turn> turns;
    private final List<Turn> delegated;
    private final Consumer<Request> watcher;
    private final List<Request> requests = new ArrayList<>();

    /// A request that was answered with a turn.
    ///
    /// @param isDelegated whether it came from a sub-agent
    /// @param number which of those it was, from 1
    public record Request(String body, boolean isDelegated, int number) {}

    /// A server on a free port of this machine.
    ///
    /// @param turns what the model says in the main work
    /// @param delegated what it says to a sub-agent
    public ModelServer(List<Turn> turns, List<Turn> delegated) throws IOException {
        this(turns, delegated, _ -> {});
    }

    /// The same, with somebody who sees every request before it is answered.
    public ModelServer(List<Turn> turns, List<Turn> delegated, Consumer<Request> watcher) throws IOException {
        this.watcher = watcher;
        this.turns = List.copyOf(turns);
        this.delegated = List.copyOf(delegated);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::serve);
        server.start();
    }

    /// Its address, without a path.
    public URI where() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// What it was asked so far.
    public List<Request> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (path.endsWith("/messages")) {
                answer(exchange, ModelApi.MESSAGES, body);
            } else if (path.endsWith("/chat/completions")) {
                answer(exchange, ModelApi.COMPLETIONS, body);
            } else if (path.endsWith("/responses")) {
                answer(exchange, ModelApi.RESPONSES, body);
            } else if (path.endsWith(":streamGenerateContent")) {
                answer(exchange, ModelApi.CONTENTS, body);
            } else if (path.endsWith(":generateContent")) {
                Node.Fields parts = Json.object("role", "model", "parts", List.of(Json.object("text", "{}")));
                send(
                        exchange,
                        "application/json",
                        Json.flat(Json.object(
                                "candidates", List.of(Json.object("content", parts, "finishReason", "STOP")))));
            } else {
                String count = "{\"totalTokens\":100,\"input_tokens\":100,\"object\":\"list\",\"data\":[]}";
                send(exchange, "application/json", count);
            }
        }
    }

    private void answer(HttpExchange exchange, ModelApi api, String body) throws IOException {
        Node.Fields request = fields(body);
        String model = request.textOr("model", "model");
        if (api.tools(request).size() < LEAST_TOOLS) {
            send(exchange, "text/event-stream", api.answer(Turn.says("a small task"), model, "aside"));
            return;
        }
        Turn turn;
        String id;
        Request asked;
        synchronized (requests) {
            boolean isDelegated = body.contains(DELEGATED) && !body.contains(TASK);
            List<Turn> script = isDelegated ? delegated : turns;
            long before = requests.stream()
                    .filter(each -> each.isDelegated() == isDelegated)
                    .count();
            turn = script.isEmpty() ? Turn.says("done") : script.get((int) Math.min(before, script.size() - 1));
            asked = new Request(body, isDelegated, (int) before + 1);
            requests.add(asked);
            id = "call_%04d".formatted(requests.size());
        }
        watcher.accept(asked);
        send(exchange, "text/event-stream", api.answer(turn, model, id));
    }

    private static Node.Fields fields(String body) {
        try {
            Iterator<Node> read = JsonReader.ofAll().read(body).iterator();
            return read.hasNext() && read.next() instanceof Node.Fields fields ? fields : Node.Fields.NONE;
        } catch (MalformedJson torn) {
            return Node.Fields.NONE;
        }
    }

    private static void send(HttpExchange exchange, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean hasBody = !exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(200, hasBody ? bytes.length : -1);
        if (hasBody) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.close();
    }
}
