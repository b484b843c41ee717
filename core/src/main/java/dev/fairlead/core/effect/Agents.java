package dev.fairlead.core.effect;

import dev.fairlead.core.effect.Invocation.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Coding agents that are started without what watches them, or whose plugins and hooks are changed.
final class Agents {

    private static final List<String> AGENTS = List.of(
            "claude",
            "codex",
            "opencode",
            "gemini",
            "qwen",
            "cursor-agent",
            "copilot",
            "amp",
            "droid",
            "kiro-cli",
            "hermes",
            "pi",
            "aider",
            "goose",
            "openclaw",
            "cline",
            "agy",
            "devin");
    private static final Set<String> UNGUARDED = Set.of(
            "--dangerously-skip-permissions",
            "--dangerously-bypass-approvals-and-sandbox",
            "--yolo",
            "--full-auto",
            "--safe-mode",
            "--pure",
            "--no-extensions",
            "--dangerously-bypass-hook-trust",
            "--allow-all-tools",
            "--allow-all-paths",
            "--skip-permissions-unsafe",
            "--no-hooks",
            "--disable-hooks",
            "--trust-all-tools",
            "--bare");
    private static final Set<String> HARMLESS = Set.of("--help", "-h", "--version");
    /// Variables by which an agent leaves out its plugins, or finds them elsewhere.
    private static final List<String> VARIABLES =
            List.of("PLUGINS", "OPENCODE_PURE", "KIRO_HOME", "CODEX_HOME", "CLAUDE_CONFIG_DIR", "OPENCODE_CONFIG_DIR");

    private Agents() {}

    static Map<String, Program> programs() {
        Map<String, Program> programs = new HashMap<>();
        AGENTS.forEach(name -> programs.put(name, Agents::run));
        return programs;
    }

    private static Flow run(Invocation it) {
        boolean isHarmless = it.arguments().stream().anyMatch(argument -> HARMLESS.contains(argument.text()));
        if (isHarmless) {
            return Flow.UNKNOWN;
        }
        for (Argument argument : it.arguments()) {
            if (UNGUARDED.contains(argument.text())) {
                it.effect(new Effect.DisarmsGuard(it.program() + " " + argument.text()));
            }
        }
        for (String variable : VARIABLES) {
            if (it.shell().variables().isSet(variable)) {
                it.effect(new Effect.DisarmsGuard(variable + " set for " + it.program()));
            }
        }
        boolean isPlugin = it.has("plugins")
                || it.has("plugin")
                || it.has("hooks")
                || it.argument(0).equals("config");
        boolean isChange =
                it.has("remove") || it.has("disable") || it.has("uninstall") || it.has("set") && it.has("false");
        if (isPlugin && isChange) {
            it.effect(new Effect.DisarmsGuard(it.line()));
        }
        return Flow.UNKNOWN;
    }
}
