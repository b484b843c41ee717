package dev.fairlead.wire.gemini;

import dev.fairlead.wire.Dialect;
import dev.fairlead.wire.Hooks;
import dev.fairlead.wire.Transcript;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The dialect of Gemini CLI: JSON Lines, where later records mend earlier ones. Earlier versions wrote one JSON
/// document for a session, which is read as well, and so is the stream that the client prints on request.
public final class GeminiCli implements Dialect {

    private static final JsonReader JSON = JsonReader.keeping(
            Set.of(
                    "sessionId",
                    "projectHash",
                    "startTime",
                    "lastUpdated",
                    "kind",
                    "directories",
                    "messages",
                    "$set",
                    "$rewindTo",
                    "id",
                    "timestamp",
                    "type",
                    "content",
                    "text",
                    "thought",
                    "inlineData",
                    "fileData",
                    "functionCall",
                    "functionResponse",
                    "name",
                    "thoughts",
                    "subject",
                    "description",
                    "tokens",
                    "input",
                    "output",
                    "cached",
                    "tool",
                    "total",
                    "model",
                    "toolCalls",
                    "result",
                    "status",
                    "agentId",
                    "session_id",
                    "role",
                    "delta",
                    "tool_name",
                    "tool_id",
                    "error",
                    "message",
                    "stats",
                    "input_tokens",
                    "output_tokens"),
            Set.of("args", "response", "parameters", "models"));

    @Override
    public String agent() {
        return "gemini-cli";
    }

    @Override
    public String title() {
        return "Gemini CLI";
    }

    @Override
    public List<String> places() {
        return List.of(".gemini/tmp/*/chats");
    }

    @Override
    public boolean recognises(Node.Fields record) {
        boolean isHead = record.text("sessionId").isPresent() && record.has("projectHash");
        boolean isAnswer = record.textOr("type", "").equals("gemini") && record.has("id") && record.has("content");
        return isHead
                || isAnswer
                || record.text("$rewindTo").isPresent()
                || isPatch(record.fields("$set"))
                || GeminiStream.recognises(record);
    }

    private static boolean isPatch(Node.Fields set) {
        return set.has("lastUpdated") || set.has("messages") || set.has("sessionId") || set.has("memoryScratchpad");
    }

    @Override
    public JsonReader json() {
        return JSON;
    }

    @Override
    public Optional<Hooks> hooks() {
        return Optional.of(new GeminiHooks());
    }

    @Override
    public Transcript open(String name) {
        return new GeminiTranscript(agent(), name);
    }
}
