package dev.fairlead.wire.claude;

import dev.fairlead.wire.ClaudeLikeHooks;
import dev.fairlead.wire.Dialect;
import dev.fairlead.wire.Hooks;
import dev.fairlead.wire.Transcript;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The dialect of Claude Code: JSON Lines, one record a line, a tree by `uuid` and `parentUuid`.
public final class ClaudeCode implements Dialect {

    private static final JsonReader JSON = JsonReader.keeping(
            Set.of(
                    "type",
                    "subtype",
                    "sessionId",
                    "isSidechain",
                    "agentId",
                    "timestamp",
                    "cwd",
                    "gitBranch",
                    "version",
                    "message",
                    "content",
                    "role",
                    "id",
                    "name",
                    "text",
                    "thinking",
                    "tool_use_id",
                    "is_error",
                    "error_code",
                    "isMeta",
                    "isCompactSummary",
                    "isApiErrorMessage",
                    "model",
                    "usage",
                    "input_tokens",
                    "output_tokens",
                    "cache_read_input_tokens",
                    "cache_creation_input_tokens",
                    "data",
                    "prompt",
                    "attachment",
                    "rendered",
                    "path",
                    "displayPath",
                    "hookName",
                    "blockingError",
                    "operation",
                    "reason",
                    "deliveryId",
                    "compactMetadata",
                    "trigger",
                    "preTokens"),
            Set.of("input"));

    @Override
    public String agent() {
        return "claude-code";
    }

    @Override
    public String title() {
        return "Claude Code";
    }

    @Override
    public List<String> places() {
        return List.of(".claude/projects");
    }

    @Override
    public boolean recognises(Node.Fields record) {
        String type = record.textOr("type", "");
        return switch (type) {
            case "user", "assistant", "system", "progress", "attachment" ->
                record.has("sessionId") && record.has("uuid") && !isOfAnOffspring(record);
            case "summary" -> record.has("leafUuid");
            case "file-history-snapshot" -> record.has("messageId");
            case "queue-operation", "last-prompt", "custom-title", "agent-name", "mode" -> record.has("sessionId");
            default -> false;
        };
    }

    /// Whether a record is one of the agents that took over this one's records and not its messages.
    private static boolean isOfAnOffspring(Node.Fields record) {
        return record.has("provenance")
                || record.has("systemPayload")
                || record.fields("message").has("parts");
    }

    @Override
    public JsonReader json() {
        return JSON;
    }

    @Override
    public Optional<Hooks> hooks() {
        return Optional.of(new ClaudeLikeHooks(new ClaudeHooks()));
    }

    @Override
    public Transcript open(String name) {
        return new ClaudeTranscript(agent(), name);
    }
}
