package dev.fairlead.cli.clients;

import dev.fairlead.cli.prove.Client;
import dev.fairlead.cli.prove.Clients;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

/// The clients that anyone may install and pass on.
@Tag("clients")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ClientsTest implements LiveClient {

    @Override
    public Stream<Client> clients() {
        return Stream.of(System.getProperty("clients.played", "gemini-cli,codex,opencode,qwen-code")
                        .split(",", -1))
                .map(agent -> Clients.of(agent).orElseThrow());
    }
}
