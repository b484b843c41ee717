package dev.fairlead.cli;

import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.MalformedJson;
import dev.fairlead.wire.json.Node;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The folder in which Fairlead keeps what is a person's own: `~/.fairlead`, or where `FAIRLEAD_HOME` says.
final class State {

    private State() {}

    static Path folder() {
        String named = System.getenv("FAIRLEAD_HOME");
        return named == null || named.isBlank() ? Terminal.home().resolve(".fairlead") : Path.of(named);
    }

    /// Where the server listens that runs on this machine, if one runs.
    static Optional<Running> running() {
        Path file = folder().resolve("server.json");
        try {
            byte[] bytes = Files.readAllBytes(file);
            List<Node> nodes = JsonReader.ofAll().read(bytes, 0, bytes.length);
            if (nodes.size() != 1 || !(nodes.getFirst() instanceof Node.Fields fields)) {
                return Optional.empty();
            }
            long pid = fields.number("pid").orElse(-1);
            boolean isAlive = ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
            return isAlive
                    ? Optional.of(new Running(fields.integer("port").orElse(0), pid, fields.textOr("version", "")))
                    : Optional.empty();
        } catch (IOException | MalformedJson none) {
            return Optional.empty();
        }
    }

    /// A server that runs.
    record Running(int port, long pid, String version) {
        String address() {
            return "http://127.0.0.1:" + port;
        }
    }

    /// The token with which people decide: a person's own, where the environment has one, or the owner's.
    static String personToken() throws IOException {
        String own = System.getenv("FAIRLEAD_TOKEN");
        if (own != null && !own.isBlank()) {
            return own.strip();
        }
        return Files.readString(folder().resolve("admin-token"), StandardCharsets.UTF_8)
                .strip();
    }
}
