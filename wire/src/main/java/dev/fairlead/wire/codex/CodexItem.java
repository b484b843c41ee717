package dev.fairlead.wire.codex;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ContextInjected.Source;
import dev.fairlead.core.event.Happening.ToolReturned;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.event.Value;
import dev.fairlead.wire.codex.Echoes.Stream;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.MalformedJson;
import dev.fairlead.wire.json.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// An item that passed between the client and the model.
final class CodexItem {

    private static final JsonReader ARGUMENTS = JsonReader.ofAll();

    private final Node.Fields item;
    private final CodexTranscript.Told told;

    CodexItem(Node.Fields item, CodexTranscript.Told told) {
        this.item = item;
        this.told = told;
    }

    void tell() {
        String type = item.textOr("type", "");
        switch (type) {
            case "message" -> message();
            case "reasoning" -> reasoning();
            case "function_call" -> functionCall();
            case "custom_tool_call" -> customCall();
            case "local_shell_call" -> localShell();
            case "web_search_call" -> webSearch();
            case "image_generation_call" -> {
                CallId call = told.callId(item.textOr("id", ""));
                Value prompt = new Value.Text(item.textOr("revised_prompt", ""));
                told.called(call, "image_generation", Value.Fields.of(Map.of("prompt", prompt)), new Action.Other());
                told.returned(new ToolReturned(call, completion(), OptionalInt.empty(), "", 1));
            }
            case "tool_search_call" -> {
                Node.Fields arguments = item.fields("arguments");
                called("tool_search", Node.arguments(arguments), CodexTools.action("tool_search", arguments));
            }
            case "tool_search_output" ->
                told.returned(new ToolReturned(callId(), completion(), OptionalInt.empty(), "", 0));
            case "function_call_output", "custom_tool_call_output" -> output();
            case "agent_message" -> told.injected(Source.ATTACHMENT, item.textOr("author", ""), words());
            case "ghost_snapshot", "compaction", "compaction_summary", "context_compaction", "compaction_trigger" ->
                told.note("response_item/" + type);
            case "additional_tools", "other" -> told.note("response_item/" + type);
            default ->
                told.say(new Happening.Unread(
                        "an item of the unknown type `" + type + "`", String.join(", ", item.names())));
        }
    }

    private void message() {
        String role = item.textOr("role", "");
        switch (role) {
            case "assistant" -> {
                List<Node> parts = item.items("content").nodes();
                for (Node each : parts) {
                    String text = each instanceof Node.Fields part ? part.textOr("text", "") : "";
                    told.sayOnce("agent", text, Stream.ITEM, new Happening.AgentSpoke(text));
                }
                if (parts.isEmpty()) {
                    told.note("response_item/message");
                }
            }
            case "user", "developer", "system" -> new CodexPrompt(item, told).tell(role);
            default ->
                told.say(new Happening.Unread(
                        "a message of the unknown role `" + role + "`", String.join(", ", item.names())));
        }
    }

    private void reasoning() {
        List<Node> parts = item.items("summary").nodes();
        List<Node> raw = item.items("content").nodes();
        for (Node each : parts.isEmpty() ? raw : parts) {
            String text = each instanceof Node.Fields part ? part.textOr("text", "") : "";
            told.sayOnce("thought", text, Stream.ITEM, new Happening.AgentThought(text));
        }
        if (parts.isEmpty() && raw.isEmpty()) {
            told.say(new Happening.AgentThought(""));
        }
    }

    private void functionCall() {
        String name = item.textOr("name", "unnamed");
        String text = item.textOr("arguments", "");
        Optional<Node.Fields> arguments = parsed(text);
        if (arguments.isEmpty()) {
            called(tool(name), raw("arguments", text), new Action.Other());
        } else {
            boolean isMcp = item.textOr("namespace", "").startsWith("mcp__");
            called(
                    tool(name),
                    Node.arguments(arguments.get()),
                    isMcp ? new Action.Other() : CodexTools.action(name, arguments.get()));
        }
    }

    /// The agent's arguments are JSON in a string, and now and then they are not.
    private static Optional<Node.Fields> parsed(String text) {
        if (text.isBlank()) {
            return Optional.of(Node.Fields.NONE);
        }
        try {
            List<Node> nodes = ARGUMENTS.read(text);
            return nodes.size() == 1 && nodes.getFirst() instanceof Node.Fields fields
                    ? Optional.of(fields)
                    : Optional.empty();
        } catch (MalformedJson notJson) {
            return Optional.empty();
        }
    }

    /// The tool's name with that of the server or group it belongs to.
    private String tool(String name) {
        String namespace = item.textOr("namespace", "");
        if (namespace.isEmpty()) {
            return name;
        }
        boolean isJoined = namespace.endsWith("_") || name.startsWith("_");
        String joint = namespace.startsWith("mcp__") ? "__" : ".";
        return namespace + (isJoined ? "" : joint) + name;
    }

    private void customCall() {
        String name = item.textOr("name", "unnamed");
        String input = item.textOr("input", "");
        Action action = name.equals("apply_patch") ? CodexTools.patch(input) : new Action.Other();
        called(tool(name), raw("input", input), action);
    }

    private void localShell() {
        Node.Fields action = item.fields("action");
        String line = CodexTools.line(action.items("command"));
        called("local_shell", Node.arguments(action), CodexTools.command(line, action.text("working_directory")));
    }

    /// A search runs at the model's side: the record of the call is that of its end.
    private void webSearch() {
        Node.Fields action = item.fields("action");
        CallId call = told.callId(item.textOr("id", ""));
        told.called(call, "web_search", Node.arguments(action), CodexTools.action("web_search", action));
        told.returned(new ToolReturned(call, completion(), OptionalInt.empty(), "", 0));
    }

    private void output() {
        CallId call = callId();
        ToolReturned returned = CodexResults.returned(call, item.get("output"));
        told.returned(returned);
        told.taskOfSpawn(call)
                .ifPresent(task -> parsed(returned.text())
                        .flatMap(fields -> fields.text("agent_id"))
                        .ifPresent(thread -> told.startSubagent(thread, task)));
    }

    private void called(String tool, Value.Fields arguments, Action action) {
        told.called(callId(), tool, arguments, action);
    }

    private CallId callId() {
        return told.callId(item.textOr("call_id", item.textOr("id", "")));
    }

    private Outcome completion() {
        return switch (item.textOr("status", "")) {
            case "completed" -> Outcome.SUCCEEDED;
            case "failed" -> Outcome.FAILED;
            case "in_progress", "searching", "generating" -> Outcome.RUNNING;
            default -> Outcome.UNSTATED;
        };
    }

    private String words() {
        StringBuilder text = new StringBuilder();
        for (Node each : item.items("content").nodes()) {
            if (each instanceof Node.Fields part) {
                text.append(text.isEmpty() ? "" : "\n").append(part.textOr("text", ""));
            }
        }
        return text.toString();
    }

    private static Value.Fields raw(String key, String text) {
        return Value.Fields.of(Map.of(key, new Value.Text(text)));
    }
}
