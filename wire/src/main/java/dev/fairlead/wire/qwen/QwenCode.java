package dev.fairlead.wire.qwen;

import dev.fairlead.wire.ClaudeLikeHooks;
import dev.fairlead.wire.Dialect;
import dev.fairlead.wire.Hooks;
import dev.fairlead.wire.Transcript;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The dialect of Qwen Code: JSON Lines, records in a tree as Claude Code has them, messages in parts as Gemini CLI has
/// them.
public final class QwenCode implements Dialect {

    private static final JsonReader JSON = JsonReader.keeping(
            Set.of(
                    "uuid",
                    "sessionId",
                    "agentId",
                    "agentName",
                    "isSidechain",
                    "timestamp",
                    "type",
                    "subtype",
                    "provenance",
                    "cwd",
                    "version",
                    "gitBranch",
                    "model",
                    "message",
                    "parts",
                    "text",
                    "thought",
                    "inlineData",
                    "fileData",
                    "functionCall",
                    "functionResponse",
                    "id",
                    "name",
                    "usageMetadata",
                    "promptTokenCount",
                    "candidatesTokenCount",
                    "cachedContentTokenCount",
                    "totalTokenCount",
                    "toolCallResult",
                    "callId",
                    "status",
                    "errorType",
                    "resultDisplay",
                    "exitCode",
                    "subagentName",
                    "taskPrompt",
                    "systemPayload",
                    "info",
                    "originalTokenCount",
                    "rawCommand",
                    "phase",
                    "displayText",
                    "reminder"),
            Set.of("args", "response"));

    @Override
    public String agent() {
        return "qwen-code";
    }

    @Override
    public String title() {
        return "Qwen Code";
    }

    @Override
    public List<String> places() {
        return List.of(".qwen/projects/*/chats", ".qwen/projects/*/subagents/*/*.jsonl");
    }

    @Override
    public boolean recognises(Node.Fields record) {
        boolean isTree = record.has("sessionId") && record.has("uuid");
        return isTree
                && switch (record.textOr("type", "")) {
                    case "user", "assistant" ->
                        record.has("provenance") || record.fields("message").has("parts");
                    case "tool_result" -> record.has("message");
                    case "system" -> record.has("systemPayload");
                    default -> false;
                };
    }

    @Override
    public JsonReader json() {
        return JSON;
    }

    @Override
    public Optional<Hooks> hooks() {
        return Optional.of(new ClaudeLikeHooks(new QwenHooks()));
    }

    @Override
    public Transcript open(String name) {
        return new QwenTranscript(agent(), name);
    }
}
