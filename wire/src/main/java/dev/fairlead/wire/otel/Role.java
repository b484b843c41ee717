package dev.fairlead.wire.otel;

import dev.fairlead.wire.otel.Signal.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What part a signal plays in a session.
enum Role {
    /// A turn of the agent, from the person's words to the last answer.
    AGENT,
    /// One answer of a model.
    CHAT,
    /// A tool call, or one phase of it.
    TOOL,
    /// What the person said.
    PROMPT,
    /// What the agent said.
    ANSWER,
    /// What an answer cost; some senders add its words.
    USAGE,
    /// Whether a tool call may run.
    DECISION,
    /// The end of a session.
    END,
    /// Bookkeeping.
    NOTE;

    private static final Map<String, Role> BY_NAME = new HashMap<>();
    private static final Map<String, Role> BY_OPERATION = Map.of(
            "invoke_agent", AGENT,
            "chat", CHAT,
            "generate_content", CHAT,
            "text_completion", CHAT,
            "execute_tool", TOOL);

    static {
        // Claude Code: spans, then log records
        called("claude_code.interaction", AGENT);
        called("claude_code.llm_request", CHAT);
        called("claude_code.tool", TOOL);
        called("claude_code.tool.execution", TOOL);
        called("claude_code.tool.blocked_on_user", DECISION);
        called("user_prompt", PROMPT);
        called("assistant_response", ANSWER);
        called("api_request", USAGE);
        called("tool_decision", DECISION);
        called("tool_result", TOOL);
        // Codex: spans are named after its functions, and a tool's after the tool
        called("handle_responses", USAGE);
        called("codex.user_prompt", PROMPT);
        called("codex.sse_event", USAGE);
        called("codex.tool_decision", DECISION);
        called("codex.tool_result", TOOL);
        // Gemini CLI
        called("llm_call", CHAT);
        called("tool_call", TOOL);
        called("schedule_tool_calls", NOTE);
        called("gemini_cli.user_prompt", PROMPT);
        called("gemini_cli.api_response", USAGE);
        called("gemini_cli.tool_call", TOOL);
        // Qwen Code
        called("qwen-code.interaction", AGENT);
        called("qwen-code.llm_request", CHAT);
        called("qwen-code.tool", TOOL);
        called("qwen-code.tool.execution", TOOL);
        called("qwen-code.user_prompt", PROMPT);
        called("qwen-code.api_response", USAGE);
        called("qwen-code.tool_call", TOOL);
        called("session.end", END);
        // opencode: the spans of the AI SDK, of which the outer ones repeat the inner
        called("ai.streamText", NOTE);
        called("ai.generateText", NOTE);
        called("ai.streamText.doStream", CHAT);
        called("ai.generateText.doGenerate", CHAT);
        called("ai.toolCall", TOOL);
        called("Tool.execute", TOOL);
    }

    private static void called(String name, Role role) {
        BY_NAME.put(name, role);
    }

    /// The part that a signal plays: by its name, by the operation that the conventions have it state, or because it
    /// names a tool and a call.
    static Role of(Signal signal) {
        if (signal.kind() == Kind.METRIC) {
            return NOTE;
        }
        Role byName = BY_NAME.get(signal.name());
        if (byName != null) {
            return byName;
        }
        String operation = Attributes.text(signal.attributes(), List.of("gen_ai.operation.name"))
                .orElse("");
        boolean isCall = Attributes.text(signal.attributes(), Keys.CALL).isPresent()
                && Attributes.text(signal.attributes(), Keys.TOOL).isPresent();
        return BY_OPERATION.getOrDefault(operation, isCall ? TOOL : NOTE);
    }
}
