package dev.fairlead.wire.claude;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.wire.ClaudeLikeHooks;
import dev.fairlead.wire.Content;
import dev.fairlead.wire.Moment.Answered;
import dev.fairlead.wire.Moment.Call;
import dev.fairlead.wire.json.Node;
import java.util.OptionalInt;
import java.util.Set;

/// How Claude Code's hooks speak of its tools.
final class ClaudeHooks implements ClaudeLikeHooks.Manner {

    private static final Set<String> LISTENING = Set.of(
            "SessionStart",
            "UserPromptSubmit",
            "SubagentStart",
            "PreToolUse",
            "PostToolUse",
            "PostToolUseFailure",
            "PostToolBatch");

    @Override
    public Action action(String tool, Node.Fields arguments) {
        return ClaudeTools.action(tool, arguments);
    }

    @Override
    public Answered answered(Call call, Node.Fields payload, boolean isFailure) {
        if (isFailure) {
            String error = payload.textOr("error", "");
            Outcome outcome = payload.isTrue("is_interrupt") ? Outcome.INTERRUPTED : ClaudeResults.failed(error);
            return new Answered(call, outcome, ClaudeResults.exitStatus(error), error, 0);
        }
        Content content = content(payload.get("tool_response"));
        return new Answered(
                call, ClaudeResults.worked(content.text()), OptionalInt.empty(), content.text(), content.images());
    }

    @Override
    public Set<String> listening() {
        return LISTENING;
    }

    /// The text of a tool's structured answer, in the order in which the model reads it.
    private static Content content(Node response) {
        if (!(response instanceof Node.Fields fields)) {
            return Content.of(response);
        }
        if (fields.has("stdout")) {
            String out = fields.textOr("stdout", "");
            String err = fields.textOr("stderr", "");
            return new Content(out + (out.isEmpty() || err.isEmpty() ? "" : "\n") + err, 0);
        }
        if (fields.get("file") instanceof Node.Fields file) {
            return Content.of(file);
        }
        return fields.has("content") ? Content.of(fields.get("content")) : Content.of(fields);
    }
}
