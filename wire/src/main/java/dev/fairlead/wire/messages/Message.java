package dev.fairlead.wire.messages;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ContextInjected;
import dev.fairlead.core.event.Happening.ContextInjected.Source;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.wire.Arguments;
import dev.fairlead.wire.CommonTools;
import dev.fairlead.wire.Content;
import dev.fairlead.wire.Narrator;
import dev.fairlead.wire.Usage;
import dev.fairlead.wire.json.Node;
import java.util.List;
import java.util.OptionalInt;

/// One message of a list, in the words of either interface, or one item of OpenAI's newer one.
final class Message {

    private final Node.Fields message;
    private final String model;
    private final Narrator narrator;

    /// @param model the model's name, where a message does not say it
    Message(Node.Fields message, String model, Narrator narrator) {
        this.message = message;
        this.model = model;
        this.narrator = narrator;
    }

    void tell() {
        narrator.time(message.textOr("timestamp", message.textOr("created_at", "")));
        String role = message.textOr("role", "");
        switch (role) {
            case "system", "developer" ->
                narrator.say(new ContextInjected(
                        Source.SYSTEM, "", Content.of(message.get("content")).text()));
            case "user", "human" -> person();
            case "assistant", "ai" -> agent();
            case "tool", "function" -> returned(message, message.textOr("tool_call_id", ""));
            default -> item(role);
        }
        narrator.close(role.isEmpty() ? "message" : role);
    }

    /// A message in the person's name may hold results of calls as well as words.
    private void person() {
        StringBuilder text = new StringBuilder();
        int images = 0;
        List<Node> parts =
                message.get("content") instanceof Node.Items items ? items.nodes() : List.of(message.get("content"));
        boolean hasWords = false;
        for (Node each : parts) {
            if (each instanceof Node.Fields part && part.textOr("type", "").endsWith("tool_result")) {
                returned(part, part.textOr("tool_use_id", ""));
            } else {
                Content content = Content.of(each);
                text.append(text.isEmpty() || content.text().isEmpty() ? "" : "\n")
                        .append(content.text());
                images += content.images();
                hasWords = true;
            }
        }
        if (hasWords) {
            narrator.say(new Happening.TaskGiven(text.toString(), images));
        }
    }

    private void agent() {
        narrator.used(message.textOr("model", model), Usage.of(message.fields("usage")));
        narrator.thought(message.textOr("reasoning_content", message.textOr("reasoning", "")));
        if (message.get("content") instanceof Node.Items parts) {
            parts.nodes().forEach(this::part);
        } else {
            narrator.spoke(message.textOr("content", ""));
        }
        for (Node each : message.items("tool_calls").nodes()) {
            if (each instanceof Node.Fields call) {
                Node.Fields function = call.has("function") ? call.fields("function") : call;
                called(call.textOr("id", ""), function, function.has("arguments") ? "arguments" : "args");
            }
        }
        if (message.has("function_call") && message.get("function_call") instanceof Node.Fields function) {
            called("", function, "arguments");
        }
    }

    private void part(Node node) {
        if (!(node instanceof Node.Fields part)) {
            narrator.spoke(Content.of(node).text());
            return;
        }
        switch (part.textOr("type", "")) {
            case "thinking" -> narrator.thought(part.textOr("thinking", ""));
            case "redacted_thinking" -> narrator.say(new Happening.AgentThought(""));
            case "tool_use", "server_tool_use", "mcp_tool_use" -> called(part.textOr("id", ""), part, "input");
            case "refusal" -> narrator.spoke(part.textOr("refusal", ""));
            default -> {
                if (part.textOr("type", "").endsWith("tool_result")) {
                    returned(part, part.textOr("tool_use_id", ""));
                } else {
                    narrator.spoke(Content.of(part).text());
                }
            }
        }
    }

    private void called(String id, Node.Fields call, String key) {
        String tool = call.textOr("name", "");
        Arguments arguments = Arguments.of(call.get(key));
        Action action = CommonTools.action(tool, arguments);
        narrator.called(id, tool, arguments.value(), action);
    }

    private void returned(Node.Fields result, String id) {
        Content content = Content.of(result.get("content"));
        narrator.returned(id, outcome(result), OptionalInt.empty(), content.text(), content.images());
    }

    private static Outcome outcome(Node.Fields result) {
        if (result.isTrue("is_error") || result.textOr("status", "").equals("error")) {
            return Outcome.FAILED;
        }
        boolean isStated = result.has("is_error") || result.textOr("status", "").equals("success");
        return isStated ? Outcome.SUCCEEDED : Outcome.UNSTATED;
    }

    /// An item of OpenAI's newer interface, which has calls and results beside messages.
    private void item(String role) {
        switch (message.textOr("type", "")) {
            case "function_call" -> called(message.textOr("call_id", ""), message, "arguments");
            case "custom_tool_call" -> called(message.textOr("call_id", ""), message, "input");
            case "function_call_output", "custom_tool_call_output" -> {
                Content content = Content.of(message.get("output"));
                String id = message.textOr("call_id", "");
                narrator.returned(id, Outcome.UNSTATED, OptionalInt.empty(), content.text(), content.images());
            }
            case "reasoning" ->
                narrator.thought(Content.of(message.get("summary")).text());
            default ->
                narrator.unread(
                        "a message of the unknown role `%s`".formatted(role), String.join(", ", message.names()));
        }
    }
}
