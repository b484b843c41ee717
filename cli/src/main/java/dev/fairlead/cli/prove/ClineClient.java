package dev.fairlead.cli.prove;

import dev.fairlead.cli.connect.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `cline`, whose provider is told in a folder of its own, so that the person's stays as it is.
final class ClineClient implements Client {

    @Override
    public String agent() {
        return "cline";
    }

    @Override
    public Launch launch(Stage stage) throws IOException {
        Path data = Files.createDirectories(stage.scratch().resolve(".cline/data"));
        String auth =
                "\"$0\" auth -p openai-compatible -k none -m proof -b \"$1\" >/dev/null 2>&1; shift; exec \"$0\" \"$@\"";
        return new Launch(
                List.of(
                        "sh",
                        "-c",
                        auth,
                        stage.program().toString(),
                        stage.model() + "/v1",
                        "-P",
                        "openai-compatible",
                        "-k",
                        "none",
                        "-m",
                        "proof",
                        "--json",
                        "--hooks-dir",
                        stage.home().resolve(".cline/hooks").toString(),
                        stage.prompt()),
                Map.of(
                        "CLINE_DATA_DIR", data.toString(),
                        "CLINE_TELEMETRY_DISABLED", "1",
                        "CLINE_NO_AUTO_UPDATE", "1",
                        "DO_NOT_TRACK", "1"));
    }

    @Override
    public Turn shell(String command) {
        return Turn.calls("run_commands", Json.object("commands", List.of(command)));
    }

    @Override
    public Optional<Turn> delegate(String prompt) {
        return Optional.empty();
    }

    @Override
    public boolean endsWhenRefused() {
        return true;
    }
}
