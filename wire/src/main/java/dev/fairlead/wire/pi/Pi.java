package dev.fairlead.wire.pi;

import dev.fairlead.wire.Dialect;
import dev.fairlead.wire.Hooks;
import dev.fairlead.wire.Transcript;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The dialect of pi: JSON Lines, a header and then entries in a tree by `id` and `parentId`. What pi prints when asked
/// for JSON is of the same kind and is read as well.
public final class Pi implements Dialect {

    private static final JsonReader JSON = JsonReader.keeping(
            Set.of(
                    "type",
                    "id",
                    "timestamp",
                    "cwd",
                    "provider",
                    "modelId",
                    "message",
                    "role",
                    "content",
                    "text",
                    "thinking",
                    "name",
                    "toolCallId",
                    "toolName",
                    "isError",
                    "model",
                    "stopReason",
                    "errorMessage",
                    "usage",
                    "input",
                    "output",
                    "cacheRead",
                    "cacheWrite",
                    "responseId",
                    "customType",
                    "summary",
                    "tokensBefore",
                    "fromHook",
                    "kind",
                    "command",
                    "exitCode"),
            Set.of("arguments", "sections"));

    @Override
    public String agent() {
        return "pi";
    }

    @Override
    public String title() {
        return "pi";
    }

    @Override
    public List<String> places() {
        return List.of(".pi/agent/sessions");
    }

    @Override
    public boolean recognises(Node.Fields record) {
        boolean isEntry = record.has("id") && record.has("timestamp");
        return switch (record.textOr("type", "")) {
            case "session" -> isEntry && record.has("cwd");
            case "message" -> isEntry && record.fields("message").has("role");
            case "model_change" -> isEntry && record.has("modelId");
            case "thinking_level_change" -> isEntry && record.has("thinkingLevel");
            case "custom_message" -> isEntry && record.has("customType");
            case "compaction" -> isEntry && record.has("firstKeptEntryId");
            default -> false;
        };
    }

    @Override
    public JsonReader json() {
        return JSON;
    }

    @Override
    public Optional<Hooks> hooks() {
        return Optional.of(new PiHooks());
    }

    @Override
    public Transcript open(String name) {
        return new PiTranscript(agent(), name);
    }
}
