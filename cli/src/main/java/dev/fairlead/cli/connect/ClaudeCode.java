package dev.fairlead.cli.connect;

import dev.fairlead.wire.json.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Claude Code: hooks in `settings.json`; of a project in `settings.local.json`, which is not shared,
/// as the bridge is not.
final class ClaudeCode implements Connector {

    /// The hooks that Claude Code has, and those which took them over.
    static final List<Hook> HOOKS = List.of(
            Hook.told("SessionStart"),
            Hook.told("UserPromptSubmit"),
            Hook.gate("PreToolUse"),
            Hook.gate("PermissionRequest"),
            Hook.told("PostToolUse"),
            Hook.told("PostToolUseFailure"),
            Hook.told("SubagentStart"),
            Hook.told("SubagentStop"),
            Hook.told("Stop"),
            Hook.told("PreCompact"),
            Hook.told("PostCompact"),
            Hook.told("SessionEnd"));

    @Override
    public String agent() {
        return "claude-code";
    }

    @Override
    public String title() {
        return "Claude Code";
    }

    @Override
    public String program() {
        return "claude";
    }

    @Override
    public List<Part> parts(Place place, WhenDown whenDown) {
        Bridge bridge = new Bridge(place.state(), whenDown);
        return List.of(new HookSettings(
                place.file("CLAUDE_CONFIG_DIR", ".claude", "settings.json", ".claude/settings.local.json"),
                groups(bridge, agent(), HOOKS)));
    }

    /// One group with one handler for each hook.
    static SequencedMap<String, Node.Fields> groups(Bridge bridge, String agent, List<Hook> hooks) {
        SequencedMap<String, Node.Fields> groups = new LinkedHashMap<>();
        for (Hook hook : hooks) {
            Node.Fields handler =
                    Json.object("type", "command", "command", bridge.command(agent, hook), "timeout", hook.seconds());
            groups.put(hook.event(), Json.object("hooks", List.of(handler)));
        }
        return groups;
    }

    @Override
    public List<String> remarks(Place place) {
        return List.of("sessions that run already take the hooks up when they are started again");
    }
}
