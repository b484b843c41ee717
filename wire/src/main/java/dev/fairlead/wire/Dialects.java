package dev.fairlead.wire;

import dev.fairlead.wire.atif.Atif;
import dev.fairlead.wire.claude.ClaudeCode;
import dev.fairlead.wire.cline.Cline;
import dev.fairlead.wire.codex.Codex;
import dev.fairlead.wire.copilot.Copilot;
import dev.fairlead.wire.events.Fairlead;
import dev.fairlead.wire.gemini.GeminiCli;
import dev.fairlead.wire.messages.MessageList;
import dev.fairlead.wire.minisweagent.MiniSweAgent;
import dev.fairlead.wire.opencode.Opencode;
import dev.fairlead.wire.openhands.OpenHands;
import dev.fairlead.wire.otel.OpenTelemetry;
import dev.fairlead.wire.pi.Pi;
import dev.fairlead.wire.qwen.QwenCode;
import dev.fairlead.wire.sweagent.SweAgent;
import dev.fairlead.wire.trae.Trae;
import java.util.List;
import java.util.Optional;

/// The catalogue: every dialect, in alphabetical order.
public final class Dialects {

    private static final List<Dialect> ALL = List.of(
            new Atif(),
            new ClaudeCode(),
            new Cline(),
            new Codex(),
            new Copilot(),
            new Fairlead(),
            new GeminiCli(),
            new MessageList(),
            new MiniSweAgent(),
            new Opencode(),
            new OpenHands(),
            new OpenTelemetry(),
            new Pi(),
            new QwenCode(),
            new SweAgent(),
            new Trae());

    private Dialects() {}

    /// All dialects.
    public static List<Dialect> all() {
        return ALL;
    }

    /// The dialect of an agent, by the agent's name in contracts.
    public static Optional<Dialect> of(String agent) {
        return ALL.stream().filter(dialect -> dialect.agent().equals(agent)).findFirst();
    }
}
