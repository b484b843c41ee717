package dev.fairlead.cli.connect;

import java.nio.file.Path;
import java.util.List;

/// Codex: hooks in `hooks.json`, which it runs only once they are trusted in `config.toml`.
final class Codex implements Connector {

    private static final String FOLDER = ".codex";
    private static final String VARIABLE = "CODEX_HOME";

    /// There is no hook for failures, and the end of a session waits three seconds at most.
    private static final List<Hook> HOOKS = List.of(
            Hook.told("SessionStart"),
            Hook.told("UserPromptSubmit"),
            Hook.gate("PreToolUse"),
            Hook.gate("PermissionRequest"),
            Hook.told("PostToolUse"),
            Hook.told("SubagentStart"),
            Hook.told("SubagentStop"),
            Hook.told("Stop"),
            Hook.told("PreCompact"),
            Hook.told("PostCompact"),
            new Hook("SessionEnd", 3));

    @Override
    public String agent() {
        return "codex";
    }

    @Override
    public String title() {
        return "Codex";
    }

    @Override
    public String program() {
        return "codex";
    }

    @Override
    public List<Part> parts(Place place, WhenDown whenDown) {
        Bridge bridge = new Bridge(place.state(), whenDown);
        Path hooks = place.file(VARIABLE, FOLDER, "hooks.json", ".codex/hooks.json");
        Path config = place.with(Scope.USER).file(VARIABLE, FOLDER, "config.toml", "");
        HookSettings settings = new HookSettings(hooks, ClaudeCode.groups(bridge, agent(), HOOKS));
        return List.of(settings, new CodexTrust(config, settings));
    }

    @Override
    public List<String> remarks(Place place) {
        return place.scope() == Scope.PROJECT
                ? List.of("Codex reads the hooks of a project only where the project itself is trusted")
                : List.of("other hooks put before these in `hooks.json` take their trust away: connect again then");
    }
}
