package dev.fairlead.wire.otel;

import dev.fairlead.wire.json.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// One part of a message between an agent and its model, in whichever of the usual forms a sender writes it: the
/// GenAI conventions', Gemini's, OpenAI's, Anthropic's or the AI SDK's.
///
/// @param role who speaks, empty where that is not said
/// @param id of the call that is made or answered
/// @param name of the tool that is called
/// @param text the words, or the result
/// @param arguments of the call
record Part(Kind kind, String role, String id, String name, String text, Optional<Node> arguments) {

    /// What a part is.
    enum Kind {
        /// Words.
        TEXT,
        /// A thought.
        THOUGHT,
        /// A tool call.
        CALL,
        /// A tool call's result.
        RESULT
    }

    /// Every part of a list of messages, of one message, or of an object that holds messages.
    static List<Part> of(Node node) {
        return switch (node) {
            case Node.Items messages ->
                messages.nodes().stream()
                        .flatMap(each ->
                                each instanceof Node.Fields message ? ofMessage(message).stream() : of(each).stream())
                        .toList();
            case Node.Fields fields -> fields.has("messages") ? of(fields.items("messages")) : ofMessage(fields);
            case Node.Text text -> List.of(words(Kind.TEXT, "", text.value()));
            case Node.Scalar _ -> List.of();
        };
    }

    private static List<Part> ofMessage(Node.Fields message) {
        String role = message.textOr("role", "");
        Node content = message.get(message.has("parts") ? "parts" : "content");
        List<Part> parts = new ArrayList<>();
        if (role.equals("tool") && message.has("tool_call_id")) {
            parts.add(new Part(
                    Kind.RESULT, role, message.textOr("tool_call_id", ""), "", text(content), Optional.empty()));
        } else if (content instanceof Node.Items items) {
            for (Node each : items.nodes()) {
                ofPart(role, each).ifPresent(parts::add);
            }
        } else if (content instanceof Node.Text text) {
            parts.add(words(Kind.TEXT, role, text.value()));
        } else if (message.has("type") || message.has("text") || message.has("toolCallId")) {
            ofPart(role, message).ifPresent(parts::add);
        }
        for (Node each : message.items("tool_calls").nodes()) {
            if (each instanceof Node.Fields call) {
                Node.Fields function = call.fields("function");
                parts.add(call(role, call.textOr("id", ""), function.textOr("name", ""), function.get("arguments")));
            }
        }
        return parts;
    }

    private static Optional<Part> ofPart(String role, Node node) {
        if (!(node instanceof Node.Fields part)) {
            return node instanceof Node.Text text
                    ? Optional.of(words(Kind.TEXT, role, text.value()))
                    : Optional.empty();
        }
        if (part.has("functionCall")) {
            Node.Fields call = part.fields("functionCall");
            return Optional.of(call(role, call.textOr("id", ""), call.textOr("name", ""), call.get("args")));
        }
        if (part.has("functionResponse")) {
            Node.Fields answer = part.fields("functionResponse");
            return Optional.of(new Part(
                    Kind.RESULT, role, answer.textOr("id", ""), "", text(answer.get("response")), Optional.empty()));
        }
        return typed(role, part);
    }

    private static Optional<Part> typed(String role, Node.Fields part) {
        String id = first(part, "id", "toolCallId", "tool_use_id", "call_id");
        return switch (part.textOr("type", "")) {
            case "tool_call", "tool-call", "tool_use" -> {
                String key = part.has("arguments") ? "arguments" : part.has("input") ? "input" : "args";
                yield Optional.of(call(role, id, first(part, "name", "toolName"), part.get(key)));
            }
            case "tool_call_response", "tool-result", "tool_result" ->
                Optional.of(new Part(
                        Kind.RESULT,
                        role,
                        first(part, "tool_use_id", "toolCallId", "id"),
                        "",
                        text(part),
                        Optional.empty()));
            case "reasoning", "thinking" ->
                Optional.of(words(Kind.THOUGHT, role, first(part, "content", "text", "thinking")));
            default -> {
                if (part.has("toolCallId") && part.has("toolName")) {
                    yield Optional.of(call(
                            role, id, part.textOr("toolName", ""), part.get(part.has("input") ? "input" : "args")));
                }
                Kind kind = part.isTrue("thought") ? Kind.THOUGHT : Kind.TEXT;
                boolean hasWords = part.has("text") || part.has("content");
                yield hasWords ? Optional.of(words(kind, role, first(part, "content", "text"))) : Optional.empty();
            }
        };
    }

    private static Part words(Kind kind, String role, String text) {
        return new Part(kind, role, "", "", text, Optional.empty());
    }

    private static Part call(String role, String id, String name, Node arguments) {
        return new Part(Kind.CALL, role, id, name, "", Optional.of(arguments));
    }

    private static String first(Node.Fields fields, String... keys) {
        for (String key : keys) {
            if (fields.get(key) instanceof Node.Text text) {
                return text.value();
            }
        }
        return "";
    }

    /// The words in a result, however deep they lie.
    static String text(Node node) {
        return switch (node) {
            case Node.Text text -> text.value();
            case Node.Scalar scalar -> scalar.literal().equals("null") ? "" : scalar.literal();
            case Node.Items items ->
                items.nodes().stream()
                        .map(Part::text)
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining("\n"));
            case Node.Fields fields -> {
                for (String key : List.of("response", "result", "output", "error", "content", "text", "value")) {
                    if (fields.has(key) && !text(fields.get(key)).isEmpty()) {
                        yield text(fields.get(key));
                    }
                }
                yield "";
            }
        };
    }
}
