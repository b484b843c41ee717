package dev.fairlead.cli.prove;

import dev.fairlead.cli.connect.Json;
import dev.fairlead.wire.json.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `gemini -p`. How it reaches its model is told as a machine's settings, which go before the person's
/// and leave the hooks in force.
final class GeminiClient implements Client {

    @Override
    public String agent() {
        return "gemini-cli";
    }

    @Override
    public Launch launch(Stage stage) throws IOException {
        Node.Fields security = Json.object(
                "auth", Json.object("selectedType", "gemini-api-key"), "folderTrust", Json.object("enabled", false));
        Path settings = stage.scratch().resolve("gemini.json");
        Files.writeString(
                settings,
                Json.flat(Json.object(
                        "security", security,
                        "privacy", Json.object("usageStatisticsEnabled", false),
                        "general", Json.object("enableAutoUpdate", false, "enableAutoUpdateNotification", false),
                        "model", Json.object("name", "gemini-2.5-pro"))));
        return new Launch(
                List.of(
                        stage.program().toString(),
                        "-p",
                        stage.prompt(),
                        "--approval-mode",
                        "yolo",
                        "--output-format",
                        "json"),
                Map.of(
                        "GEMINI_CLI_SYSTEM_SETTINGS_PATH",
                        settings.toString(),
                        "GEMINI_CLI_TRUST_WORKSPACE",
                        "true",
                        "GOOGLE_GEMINI_BASE_URL",
                        stage.model().toString(),
                        "GEMINI_API_KEY",
                        "none"));
    }

    @Override
    public Turn shell(String command) {
        return Turn.calls("run_shell_command", Json.object("command", command, "description", "run"));
    }

    @Override
    public Optional<Turn> delegate(String prompt) {
        return Optional.of(Turn.calls("invoke_agent", Json.object("agent_name", "generalist", "prompt", prompt)));
    }
}
