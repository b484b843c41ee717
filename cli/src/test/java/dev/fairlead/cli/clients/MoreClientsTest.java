package dev.fairlead.cli.clients;

import dev.fairlead.cli.prove.Client;
import dev.fairlead.cli.prove.Clients;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

/// The clients whose licence or size does not suit every build.
@Tag("clients-more")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MoreClientsTest implements LiveClient {

    @Override
    public Stream<Client> clients() {
        return Stream.of(System.getProperty("clients.more", "claude-code,copilot-cli,cline,pi")
                        .split(",", -1))
                .map(agent -> Clients.of(agent).orElseThrow());
    }
}
