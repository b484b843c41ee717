package dev.fairlead.cli.connect;

import dev.fairlead.wire.json.Node;
import java.nio.file.Path;
import java.util.List;

/// GitHub Copilot CLI: a folder of files with hooks, of which one is ours.
final class Copilot implements Connector {

    private static final List<Hook> HOOKS = List.of(
            Hook.told("sessionStart"),
            Hook.told("userPromptSubmitted"),
            Hook.gate("preToolUse"),
            Hook.gate("permissionRequest"),
            Hook.told("postToolUse"),
            Hook.told("postToolUseFailure"),
            Hook.told("subagentStart"),
            Hook.told("subagentStop"),
            Hook.told("agentStop"),
            Hook.told("preCompact"),
            Hook.told("sessionEnd"));

    @Override
    public String agent() {
        return "copilot-cli";
    }

    @Override
    public String title() {
        return "GitHub Copilot CLI";
    }

    @Override
    public String program() {
        return "copilot";
    }

    @Override
    public List<Part> parts(Place place, WhenDown whenDown) {
        Path file = place.file("COPILOT_HOME", ".copilot", "hooks/fairlead.json", ".github/hooks/fairlead.json");
        return List.of(new OwnFile(file, content(new Bridge(place.state(), whenDown)), false));
    }

    private String content(Bridge bridge) {
        List<Node> lists = HOOKS.stream().map(hook -> list(bridge, hook)).toList();
        Node.Fields hooks = Node.fields(HOOKS.stream().map(Hook::event).toList(), lists);
        return JsonText.file(Json.object("version", 1, "hooks", hooks));
    }

    private Node list(Bridge bridge, Hook hook) {
        return new Node.Items(List.of(
                Json.object("type", "command", "bash", bridge.command(agent(), hook), "timeoutSec", hook.seconds())));
    }

    @Override
    public List<String> remarks(Place place) {
        return place.scope() == Scope.PROJECT
                ? List.of("`.github/hooks/fairlead.json` names this machine's bridge: leave it out of commits")
                : List.of();
    }
}
