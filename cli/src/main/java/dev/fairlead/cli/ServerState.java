package dev.fairlead.cli;

import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.MalformedJson;
import dev.fairlead.wire.json.Node;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the server of this machine says of itself.
///
/// @param where its address; empty where none is known
/// @param said what it answered; empty where it does not answer
/// @param silence why it does not answer, as a clause
record ServerState(Optional<URI> where, Optional<Node.Fields> said, String silence) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// Asks the server whose state lies in a folder.
    static ServerState ask(Path state) throws IOException {
        Optional<URI> where = address(state);
        if (where.isEmpty()) {
            return new ServerState(where, Optional.empty(), "it does not run; start it with `fairlead up`");
        }
        Path token = state.resolve("admin-token");
        if (!Files.isReadable(token)) {
            return new ServerState(where, Optional.empty(), "`%s` cannot be read".formatted(token));
        }
        HttpRequest request = HttpRequest.newBuilder(where.get().resolve("/api/v1/status"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + Files.readString(token).strip())
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            Optional<Node.Fields> said = answer.statusCode() == 200 ? fields(answer.body()) : Optional.empty();
            return new ServerState(where, said, "it answers with status %d".formatted(answer.statusCode()));
        } catch (IOException refused) {
            return new ServerState(where, Optional.empty(), "it does not answer; start it with `fairlead up`");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new ServerState(where, Optional.empty(), "asking it was interrupted");
        }
    }

    private static Optional<URI> address(Path state) throws IOException {
        Path file = state.resolve("server.json");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return fields(Files.readString(file))
                .filter(server -> server.number("port").isPresent())
                .map(server -> URI.create(
                        "http://127.0.0.1:%d/".formatted(server.number("port").getAsLong())));
    }

    private static Optional<Node.Fields> fields(String json) {
        try {
            List<Node> read = JsonReader.ofAll().read(json);
            return read.size() == 1 && read.getFirst() instanceof Node.Fields fields
                    ? Optional.of(fields)
                    : Optional.empty();
        } catch (MalformedJson torn) {
            return Optional.empty();
        }
    }

    /// What it says of an agent.
    Optional<Node.Fields> agent(String name) {
        return said.map(all -> all.items("agents").nodes()).orElse(List.of()).stream()
                .filter(Node.Fields.class::isInstance)
                .map(Node.Fields.class::cast)
                .filter(each -> each.textOr("agent", "").equals(name))
                .findFirst();
    }
}
