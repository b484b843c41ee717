package dev.fairlead.cli.prove;

import dev.fairlead.cli.connect.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `copilot -p`, with a provider of one's own.
final class CopilotClient implements Client {

    @Override
    public String agent() {
        return "copilot-cli";
    }

    @Override
    public Launch launch(Stage stage) {
        return new Launch(
                List.of(
                        stage.program().toString(),
                        "-p",
                        stage.prompt(),
                        "--allow-all-tools",
                        "--output-format",
                        "json",
                        "--disable-builtin-mcps"),
                Map.of(
                        "COPILOT_OFFLINE", "true",
                        "COPILOT_AUTO_UPDATE", "false",
                        "COPILOT_PROVIDER_BASE_URL", stage.model() + "/v1",
                        "COPILOT_PROVIDER_TYPE", "openai",
                        "COPILOT_PROVIDER_WIRE_API", "completions",
                        "COPILOT_PROVIDER_API_KEY", "none",
                        "COPILOT_MODEL", "gpt-5.1"));
    }

    @Override
    public Turn shell(String command) {
        return Turn.calls("bash", Json.object("command", command, "description", "run"));
    }

    @Override
    public Optional<Turn> delegate(String prompt) {
        return Optional.of(Turn.calls(
                "task",
                Json.object(
                        "name",
                        "small",
                        "description",
                        "small task",
                        "prompt",
                        prompt,
                        "agent_type",
                        "general-purpose",
                        "mode",
                        "sync")));
    }
}
