package dev.fairlead.wire.codex;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Happening.ToolReturned;
import dev.fairlead.wire.ClaudeLikeHooks;
import dev.fairlead.wire.Moment.Answered;
import dev.fairlead.wire.Moment.Call;
import dev.fairlead.wire.json.Node;
import java.util.Optional;
import java.util.Set;

/// How Codex's hooks speak of its tools. They give a shell command the name and shape of Claude Code's, and no flag
/// for failures: the text decides.
final class CodexHooks implements ClaudeLikeHooks.Manner {

    private static final Set<String> LISTENING =
            Set.of("SessionStart", "UserPromptSubmit", "PreToolUse", "PostToolUse", "SubagentStart");

    @Override
    public Action action(String tool, Node.Fields arguments) {
        return switch (tool) {
            case "Bash" -> CodexTools.command(arguments.textOr("command", ""), arguments.text("workdir"));
            case "apply_patch" -> CodexTools.patch(arguments.textOr("command", arguments.textOr("input", "")));
            default -> CodexTools.action(tool.replaceFirst("^collaboration", ""), arguments);
        };
    }

    @Override
    public Answered answered(Call call, Node.Fields payload, boolean isFailure) {
        ToolReturned returned =
                CodexResults.returned(call.id().orElseGet(() -> new CallId("unnamed")), payload.get("tool_response"));
        return new Answered(call, returned.outcome(), returned.exitStatus(), returned.text(), returned.images());
    }

    @Override
    public Set<String> listening() {
        return LISTENING;
    }

    /// A field that its schema does not name makes it drop the whole answer, and `continue` of a hook before a tool is
    /// not honoured.
    @Override
    public boolean ends() {
        return false;
    }

    @Override
    public Optional<String> prompt(Node.Fields payload) {
        return payload.text("prompt");
    }
}
