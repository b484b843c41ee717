package dev.fairlead.wire.qwen;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.wire.ClaudeLikeHooks;
import dev.fairlead.wire.Moment.Answered;
import dev.fairlead.wire.Moment.Call;
import dev.fairlead.wire.gemini.GeminiResult;
import dev.fairlead.wire.gemini.GeminiTools;
import dev.fairlead.wire.json.Node;
import java.util.Optional;
import java.util.Set;

/// How Qwen Code's hooks speak of its tools: as Claude Code's do, with the tools and answers of Gemini CLI.
final class QwenHooks implements ClaudeLikeHooks.Manner {

    /// What its hook before a tool adds reaches nobody.
    private static final Set<String> LISTENING =
            Set.of("SessionStart", "UserPromptSubmit", "PostToolUse", "PostToolUseFailure", "PostToolBatch");

    @Override
    public Action action(String tool, Node.Fields arguments) {
        return GeminiTools.action(tool, arguments);
    }

    @Override
    public Answered answered(Call call, Node.Fields payload, boolean isFailure) {
        Node shown = isFailure
                ? payload.get("error")
                : payload.fields("tool_response").get("llmContent");
        GeminiResult result = GeminiResult.of(shown, isFailure ? "error" : "success");
        Outcome outcome = payload.isTrue("is_interrupt") ? Outcome.INTERRUPTED : result.outcome();
        return new Answered(call, outcome, result.exitStatus(), result.text(), result.images());
    }

    @Override
    public Set<String> listening() {
        return LISTENING;
    }

    @Override
    public String callKey() {
        return "tool_call_id";
    }

    @Override
    public boolean rewrites() {
        return false;
    }

    /// The hook is called before every request to the model; only the person's own words are named apart.
    @Override
    public Optional<String> prompt(Node.Fields payload) {
        return payload.text("submitted_prompt").filter(text -> !text.isBlank());
    }
}
