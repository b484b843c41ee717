package dev.fairlead.cli.prove;

import java.util.List;
import java.util.Optional;

/// The catalogue: every client, in alphabetical order.
public final class Clients {

    private static final List<Client> ALL = List.of(
            new ClaudeClient(),
            new ClineClient(),
            new CodexClient(),
            new CopilotClient(),
            new GeminiClient(),
            new OpencodeClient(),
            new PiClient(),
            new QwenClient());

    private Clients() {}

    /// All clients.
    public static List<Client> all() {
        return ALL;
    }

    /// The client of an agent, by its name in contracts.
    public static Optional<Client> of(String agent) {
        return ALL.stream().filter(each -> each.agent().equals(agent)).findFirst();
    }
}
