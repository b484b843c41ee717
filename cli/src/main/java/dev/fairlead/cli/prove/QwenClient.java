package dev.fairlead.cli.prove;

import dev.fairlead.cli.connect.Json;
import dev.fairlead.wire.json.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `qwen -p`. How it reaches its model is told as a machine's settings, as for Gemini CLI.
final class QwenClient implements Client {

    @Override
    public String agent() {
        return "qwen-code";
    }

    @Override
    public Launch launch(Stage stage) throws IOException {
        Node.Fields security = Json.object(
                "auth", Json.object("selectedType", "openai"), "folderTrust", Json.object("enabled", false));
        Path settings = stage.scratch().resolve("qwen.json");
        Files.writeString(
                settings,
                Json.flat(Json.object(
                        "security", security,
                        "privacy", Json.object("usageStatisticsEnabled", false),
                        "general", Json.object("enableAutoUpdate", false, "disableAutoUpdate", true),
                        "model", Json.object("name", "proof"))));
        return new Launch(
                List.of(
                        stage.program().toString(),
                        "-p",
                        stage.prompt(),
                        "--approval-mode",
                        "yolo",
                        "--output-format",
                        "stream-json"),
                Map.of(
                        "QWEN_CODE_SYSTEM_SETTINGS_PATH",
                        settings.toString(),
                        "OPENAI_API_KEY",
                        "none",
                        "OPENAI_BASE_URL",
                        stage.model() + "/v1",
                        "OPENAI_MODEL",
                        "proof"));
    }

    @Override
    public Turn shell(String command) {
        return Turn.calls(
                "run_shell_command", Json.object("command", command, "description", "run", "is_background", false));
    }

    @Override
    public Optional<Turn> delegate(String prompt) {
        return Optional.of(Turn.calls(
                "agent",
                Json.object("description", "small task", "prompt", prompt, "subagent_type", "general-purpose")));
    }
}
