package dev.fairlead.wire.messages;

import dev.fairlead.wire.Dialect;
import dev.fairlead.wire.Transcript;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The dialect of message lists as the interfaces of OpenAI and Anthropic take them: an array of messages, an object
/// that holds one, a message a line, or such an object a line.
///
/// Most agents' own files hold messages too, so whatever carries another agent's marks is refused.
public final class MessageList implements Dialect {

    private static final JsonReader JSON = JsonReader.ofAll();
    private static final Set<String> ROLES =
            Set.of("system", "developer", "user", "human", "assistant", "ai", "tool", "function");
    private static final Set<String> ITEMS =
            Set.of("function_call", "function_call_output", "custom_tool_call", "custom_tool_call_output", "reasoning");
    private static final List<String> LISTS =
            List.of("messages", "input", "conversation", "conversations", "history", "trajectory");
    private static final Set<String> FOREIGN = Set.of(
            "parts",
            "payload",
            "message",
            "sessionId",
            "sessionID",
            "session",
            "parentId",
            "parentUuid",
            "agent",
            "ts",
            "schema_version",
            "trajectory_format",
            "agent_steps",
            "projectHash",
            "resourceSpans",
            "resourceLogs",
            "info");

    @Override
    public String agent() {
        return "messages";
    }

    @Override
    public String title() {
        return "Message list";
    }

    @Override
    public List<String> places() {
        return List.of();
    }

    @Override
    public boolean recognises(Node.Fields record) {
        return isMessage(record) || list(record).isPresent();
    }

    /// The messages that an object holds, where it is one that does.
    static Optional<Node.Items> list(Node.Fields record) {
        for (String name : LISTS) {
            if (record.get(name) instanceof Node.Items items
                    && !items.nodes().isEmpty()
                    && items.nodes().getFirst() instanceof Node.Fields first
                    && isMessage(first)) {
                boolean isForeign = record.names().stream().anyMatch(FOREIGN::contains);
                return isForeign ? Optional.empty() : Optional.of(items);
            }
        }
        return Optional.empty();
    }

    private static boolean isMessage(Node.Fields record) {
        boolean hasContent = record.get("content") instanceof Node.Text
                || record.get("content") instanceof Node.Items
                || record.get("tool_calls") instanceof Node.Items;
        boolean isItem = ITEMS.contains(record.textOr("type", "")) && (record.has("call_id") || record.has("summary"));
        boolean isMessage = ROLES.contains(record.textOr("role", "")) && hasContent;
        boolean isStreamed =
                record.has("timestamp") && record.textOr("type", "").equals("message");
        return (isItem || isMessage && !isStreamed) && record.names().stream().noneMatch(FOREIGN::contains);
    }

    @Override
    public JsonReader json() {
        return JSON;
    }

    @Override
    public boolean isDocument() {
        return true;
    }

    @Override
    public Transcript open(String name) {
        return new MessageTranscript(agent(), name);
    }
}
