package dev.fairlead.cli.prove;

import dev.fairlead.cli.connect.Json;
import dev.fairlead.wire.json.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `opencode run`, its provider told on top of its own settings.
final class OpencodeClient implements Client {

    @Override
    public String agent() {
        return "opencode";
    }

    @Override
    public Launch launch(Stage stage) {
        Node.Fields model = Json.object(
                "name", "proof", "tool_call", true, "limit", Json.object("context", 200000, "output", 8192));
        Node.Fields provider = Json.object(
                "npm",
                "@ai-sdk/openai-compatible",
                "name",
                "proof",
                "options",
                Json.object("baseURL", stage.model() + "/v1", "apiKey", "none"),
                "models",
                Json.object("proof", model));
        Node.Fields settings = Json.object(
                "autoupdate",
                false,
                "share",
                "disabled",
                "model",
                "fairlead-proof/proof",
                "small_model",
                "fairlead-proof/proof",
                "enabled_providers",
                List.of("fairlead-proof"),
                "permission",
                Json.object("*", "allow"),
                "provider",
                Json.object("fairlead-proof", provider));
        return new Launch(
                List.of(stage.program().toString(), "run", "--format", "json", stage.prompt()),
                Map.of(
                        "OPENCODE_CONFIG_CONTENT", Json.flat(settings),
                        "OPENCODE_DISABLE_MODELS_FETCH", "1",
                        "OPENCODE_DISABLE_AUTOUPDATE", "1",
                        "OPENCODE_DISABLE_LSP_DOWNLOAD", "1",
                        "OPENCODE_DISABLE_DEFAULT_PLUGINS", "1"));
    }

    @Override
    public Turn shell(String command) {
        return Turn.calls("bash", Json.object("command", command, "description", "run"));
    }

    @Override
    public Optional<Turn> delegate(String prompt) {
        return Optional.of(Turn.calls(
                "task", Json.object("description", "small task", "prompt", prompt, "subagent_type", "general")));
    }
}
