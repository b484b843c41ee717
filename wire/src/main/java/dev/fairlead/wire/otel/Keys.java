package dev.fairlead.wire.otel;

import java.util.List;

/// Under which names senders give a thing: the conventions' own first, then those of Claude Code, Codex, Gemini CLI,
/// Qwen Code and the AI SDK, which opencode uses.
final class Keys {

    static final List<String> SESSION = List.of(
            "gen_ai.conversation.id", "session.id", "conversation.id", "ai.telemetry.metadata.sessionId", "thread_id");

    static final List<String> CALL = List.of(
            "gen_ai.tool.call.id", "gen_ai.tool.call_id", "tool_use_id", "call_id", "ai.toolCall.id", "tool.call_id");

    static final List<String> TOOL =
            List.of("gen_ai.tool.name", "tool_name", "function_name", "ai.toolCall.name", "tool.name");

    static final List<String> ARGUMENTS = List.of(
            "gen_ai.tool.call.arguments",
            "tool_input",
            "arguments",
            "function_args",
            "ai.toolCall.args",
            "tool_parameters");

    static final List<String> RESULT = List.of("gen_ai.tool.call.result", "output", "content", "result");

    static final List<String> ERROR = List.of("error.message", "error", "exception.message", "error.type");

    static final List<String> SUCCESS = List.of("success");

    static final List<String> EXIT = List.of("process.exit.code", "exit_code");

    static final List<String> DURATION = List.of("duration_ms");

    static final List<String> PROMPT = List.of("prompt", "user_prompt", "prompt_text");

    static final List<String> ANSWER = List.of("response", "response_text");

    static final List<String> ASKED = List.of("gen_ai.input.messages", "ai.prompt.messages", "ai.prompt");

    static final List<String> ANSWERED = List.of("gen_ai.output.messages");

    static final List<String> SYSTEM = List.of("gen_ai.system_instructions", "gen_ai.system.instructions");

    static final List<String> MODEL =
            List.of("gen_ai.response.model", "gen_ai.request.model", "ai.response.model", "ai.model.id", "model");

    static final List<String> VERSION = List.of("service.version", "app.version");

    static final List<String> DIRECTORY = List.of("cwd", "process.working_directory");

    static final List<String> BRANCH = List.of("vcs.ref.head.name");

    /// What a model read, caches included.
    static final List<String> ALL_INPUT =
            List.of("gen_ai.usage.input_tokens", "ai.usage.inputTokens", "input_token_count");

    /// What a model read afresh, caches not included.
    static final List<String> FRESH_INPUT = List.of("input_tokens");

    static final List<String> CACHED = List.of(
            "gen_ai.usage.cache_read.input_tokens",
            "gen_ai.usage.cache_read_input_tokens",
            "cache_read_tokens",
            "ai.usage.cachedInputTokens",
            "cached_token_count",
            "cached_content_token_count");

    static final List<String> CACHE_WRITTEN = List.of(
            "gen_ai.usage.cache_creation.input_tokens",
            "gen_ai.usage.cache_write.input_tokens",
            "gen_ai.usage.cache_creation_input_tokens",
            "cache_creation_tokens",
            "cache_write_token_count");

    static final List<String> OUTPUT =
            List.of("gen_ai.usage.output_tokens", "ai.usage.outputTokens", "output_tokens", "output_token_count");

    private Keys() {}
}
