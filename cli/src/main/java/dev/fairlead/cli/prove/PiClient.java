package dev.fairlead.cli.prove;

import dev.fairlead.cli.connect.Json;
import dev.fairlead.wire.json.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `pi -p`, its provider told by an extension beside its own.
final class PiClient implements Client {

    @Override
    public String agent() {
        return "pi";
    }

    @Override
    public Launch launch(Stage stage) throws IOException {
        String provider = provider(stage);
        Path extension = stage.scratch().resolve("provider.ts");
        Files.writeString(
                extension,
                "export default (pi: any) => { pi.registerProvider(\"fairlead-proof\", " + provider + ") }\n");
        return new Launch(
                List.of(
                        stage.program().toString(),
                        "-p",
                        "--mode",
                        "json",
                        "--offline",
                        "--provider",
                        "fairlead-proof",
                        "--model",
                        "proof",
                        "-e",
                        extension.toString(),
                        "--approve",
                        stage.prompt()),
                Map.of("PI_OFFLINE", "1", "PI_TELEMETRY", "0", "PI_SKIP_VERSION_CHECK", "1"));
    }

    private static String provider(Stage stage) {
        Node.Fields free = Json.object("input", 0, "output", 0, "cacheRead", 0, "cacheWrite", 0);
        Node.Fields model = Json.object(
                "id",
                "proof",
                "name",
                "proof",
                "reasoning",
                false,
                "input",
                List.of("text"),
                "cost",
                free,
                "contextWindow",
                200000,
                "maxTokens",
                8192);
        return Json.flat(Json.object(
                "baseUrl",
                stage.model() + "/v1",
                "api",
                "openai-completions",
                "apiKey",
                "none",
                "models",
                List.of(model)));
    }

    @Override
    public Turn shell(String command) {
        return Turn.calls("bash", Json.object("command", command));
    }

    @Override
    public Optional<Turn> delegate(String prompt) {
        return Optional.empty();
    }
}
