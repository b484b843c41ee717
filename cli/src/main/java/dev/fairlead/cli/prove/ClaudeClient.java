package dev.fairlead.cli.prove;

import dev.fairlead.cli.connect.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `claude -p`.
final class ClaudeClient implements Client {

    @Override
    public String agent() {
        return "claude-code";
    }

    @Override
    public Launch launch(Stage stage) {
        return new Launch(
                List.of(
                        stage.program().toString(),
                        "-p",
                        stage.prompt(),
                        "--model",
                        "claude-sonnet-4-5",
                        "--output-format",
                        "stream-json",
                        "--verbose",
                        "--allowedTools",
                        "Bash,Read,Edit,Write,Agent"),
                Map.of(
                        "ANTHROPIC_BASE_URL", stage.model().toString(),
                        "ANTHROPIC_API_KEY", "none",
                        "DISABLE_AUTOUPDATER", "1",
                        "DISABLE_TELEMETRY", "1",
                        "DISABLE_ERROR_REPORTING", "1",
                        "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1"));
    }

    @Override
    public Turn shell(String command) {
        return Turn.calls("Bash", Json.object("command", command, "description", "run"));
    }

    @Override
    public Optional<Turn> delegate(String prompt) {
        return Optional.of(Turn.calls(
                "Agent",
                Json.object("description", "small task", "prompt", prompt, "subagent_type", "general-purpose")));
    }
}
