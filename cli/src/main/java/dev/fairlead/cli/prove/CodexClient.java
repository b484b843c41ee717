package dev.fairlead.cli.prove;

import dev.fairlead.cli.connect.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `codex exec`, without the option that passes over the trust of hooks.
final class CodexClient implements Client {

    @Override
    public String agent() {
        return "codex";
    }

    @Override
    public Launch launch(Stage stage) {
        String provider =
                "{name=\"proof\", base_url=\"%s/v1\", env_key=\"FAIRLEAD_PROOF_KEY\", wire_api=\"responses\", request_max_retries=0, stream_max_retries=0}"
                        .formatted(stage.model());
        return new Launch(
                List.of(
                        stage.program().toString(),
                        "exec",
                        "--json",
                        "--skip-git-repo-check",
                        "-c",
                        "model_providers.fairlead-proof=" + provider,
                        "-c",
                        "model_provider=\"fairlead-proof\"",
                        "-c",
                        "model=\"gpt-5.5\"",
                        "-c",
                        "check_for_update_on_startup=false",
                        "-c",
                        "analytics.enabled=false",
                        "-c",
                        "approval_policy=\"never\"",
                        "-c",
                        "sandbox_mode=\"danger-full-access\"",
                        stage.prompt()),
                Map.of("FAIRLEAD_PROOF_KEY", "none"));
    }

    @Override
    public Turn shell(String command) {
        return Turn.calls("exec_command", Json.object("cmd", command));
    }

    @Override
    public Optional<Turn> delegate(String prompt) {
        return Optional.empty();
    }
}
