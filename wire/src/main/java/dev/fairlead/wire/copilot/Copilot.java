package dev.fairlead.wire.copilot;

import dev.fairlead.wire.Dialect;
import dev.fairlead.wire.Hooks;
import dev.fairlead.wire.Transcript;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The dialect of GitHub Copilot CLI: events in JSON Lines, one record a line, each a dotted `type` with its `data`.
public final class Copilot implements Dialect {

    private static final JsonReader JSON = JsonReader.keeping(
            Set.of(
                    "type",
                    "data",
                    "id",
                    "parentId",
                    "timestamp",
                    "agentId",
                    "ephemeral",
                    "sessionId",
                    "copilotVersion",
                    "context",
                    "cwd",
                    "branch",
                    "selectedModel",
                    "newModel",
                    "content",
                    "source",
                    "attachments",
                    "mimeType",
                    "reasoningText",
                    "reasoningOpaque",
                    "toolRequests",
                    "toolCallId",
                    "parentToolCallId",
                    "name",
                    "toolName",
                    "model",
                    "outputTokens",
                    "usage",
                    "inputTokens",
                    "cacheReadTokens",
                    "cacheWriteTokens",
                    "success",
                    "result",
                    "contents",
                    "error",
                    "message",
                    "code",
                    "shellExecution",
                    "exitCode",
                    "kind",
                    "permissionRequest",
                    "intention",
                    "decisionSource",
                    "hookType",
                    "reason",
                    "agentDescription",
                    "trigger",
                    "preCompactionTokens",
                    "summaryContent",
                    "summary",
                    "errorType",
                    "path",
                    "shutdownType"),
            Set.of("arguments", "output", "modelMetrics"));

    @Override
    public String agent() {
        return "copilot-cli";
    }

    @Override
    public String title() {
        return "GitHub Copilot CLI";
    }

    @Override
    public List<String> places() {
        return List.of(".copilot/session-state/*/events.jsonl");
    }

    /// Every record has a type of the client's own families, its data and the record before it.
    @Override
    public boolean recognises(Node.Fields record) {
        return CopilotRecord.isFamily(record.textOr("type", ""))
                && record.get("data") instanceof Node.Fields
                && record.has("parentId")
                && record.has("timestamp");
    }

    @Override
    public JsonReader json() {
        return JSON;
    }

    @Override
    public Optional<Hooks> hooks() {
        return Optional.of(new CopilotHooks());
    }

    @Override
    public Transcript open(String name) {
        return new CopilotTranscript(agent(), name);
    }
}
