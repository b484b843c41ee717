package dev.fairlead.cli.connect;

import java.util.List;
import java.util.Optional;

/// The catalogue: every connector, in alphabetical order.
public final class Connectors {

    private static final List<Connector> ALL = List.of(
            new ClaudeCode(),
            new Cline(),
            new Codex(),
            new Copilot(),
            new GeminiCli(),
            new Opencode(),
            new Pi(),
            new QwenCode());

    private Connectors() {}

    /// All connectors.
    public static List<Connector> all() {
        return ALL;
    }

    /// The connector of an agent, by its name in contracts or its command.
    public static Optional<Connector> of(String name) {
        return ALL.stream()
                .filter(each -> each.agent().equals(name) || each.program().equals(name))
                .findFirst();
    }
}
