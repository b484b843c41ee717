package dev.fairlead.cli.prove;

import dev.fairlead.cli.connect.Json;
import dev.fairlead.wire.json.Node;
import java.util.ArrayList;
import java.util.List;

/// The way in which a client speaks with its model: how many tools a request offers, and how an answer
/// is streamed.
enum ModelApi {
    /// Anthropic's messages.
    MESSAGES {
        @Override
        List<Node> tools(Node.Fields request) {
            return request.items("tools").nodes();
        }

        @Override
        String answer(Turn turn, String model, String id) {
            List<Node.Fields> blocks = new ArrayList<>();
            List<Node.Fields> deltas = new ArrayList<>();
            if (!turn.text().isEmpty()) {
                blocks.add(Json.object("type", "text", "text", ""));
                deltas.add(Json.object("type", "text_delta", "text", turn.text()));
            }
            turn.call().ifPresent(call -> {
                blocks.add(Json.object("type", "tool_use", "id", id, "name", call.tool(), "input", Json.object()));
                deltas.add(Json.object("type", "input_json_delta", "partial_json", Json.flat(call.arguments())));
            });
            String stop = turn.call().isPresent() ? "tool_use" : "end_turn";
            Node.Fields usage = Json.object("input_tokens", 100, "output_tokens", 10);
            Node.Fields begun = begun(model, id, usage);
            StringBuilder stream = new StringBuilder(named(Json.object("type", "message_start", "message", begun)));
            for (int i = 0; i < blocks.size(); i++) {
                stream.append(named(
                                Json.object("type", "content_block_start", "index", i, "content_block", blocks.get(i))))
                        .append(named(Json.object("type", "content_block_delta", "index", i, "delta", deltas.get(i))))
                        .append(named(Json.object("type", "content_block_stop", "index", i)));
            }
            Node.Fields end = Json.object("stop_reason", stop, "stop_sequence", Node.Scalar.NULL);
            return stream.append(named(Json.object("type", "message_delta", "delta", end, "usage", usage)))
                    .append(named(Json.object("type", "message_stop")))
                    .toString();
        }

        private Node.Fields begun(String model, String id, Node.Fields usage) {
            return Json.object(
                    "id",
                    "msg-" + id,
                    "type",
                    "message",
                    "role",
                    "assistant",
                    "model",
                    model,
                    "content",
                    List.of(),
                    "stop_reason",
                    Node.Scalar.NULL,
                    "stop_sequence",
                    Node.Scalar.NULL,
                    "usage",
                    usage);
        }
    },

    /// OpenAI's chat completions, which many take over.
    COMPLETIONS {
        @Override
        List<Node> tools(Node.Fields request) {
            return request.items("tools").nodes();
        }

        @Override
        String answer(Turn turn, String model, String id) {
            List<Node.Fields> deltas = new ArrayList<>();
            deltas.add(Json.object("role", "assistant", "content", turn.text()));
            turn.call()
                    .ifPresent(call -> deltas.add(Json.object(
                            "tool_calls",
                            List.of(Json.object(
                                    "index",
                                    0,
                                    "id",
                                    id,
                                    "type",
                                    "function",
                                    "function",
                                    Json.object("name", call.tool(), "arguments", Json.flat(call.arguments())))))));
            StringBuilder stream = new StringBuilder();
            for (Node.Fields delta : deltas) {
                stream.append(chunk(model, id, delta, Node.Scalar.NULL));
            }
            String end = turn.call().isPresent() ? "tool_calls" : "stop";
            return stream.append(chunk(model, id, Json.object(), new Node.Text(end)))
                    .append("data: [DONE]\n\n")
                    .toString();
        }
    },

    /// OpenAI's responses.
    RESPONSES {
        @Override
        List<Node> tools(Node.Fields request) {
            List<Node> tools = new ArrayList<>(request.items("tools").nodes());
            for (Node item : request.items("input").nodes()) {
                if (item instanceof Node.Fields fields) { // some models get their tools among the messages
                    tools.addAll(fields.items("tools").nodes());
                }
            }
            return tools;
        }

        @Override
        String answer(Turn turn, String model, String id) {
            List<Node> items = new ArrayList<>();
            if (!turn.text().isEmpty()) {
                Node.Fields text = Json.object("type", "output_text", "text", turn.text(), "annotations", List.of());
                items.add(Json.object(
                        "type",
                        "message",
                        "id",
                        "m-" + id,
                        "role",
                        "assistant",
                        "status",
                        "completed",
                        "content",
                        List.of(text)));
            }
            turn.call().ifPresent(call -> items.add(called(call, id)));
            Node.Fields usage = Json.object("input_tokens", 100, "output_tokens", 10, "total_tokens", 110);
            StringBuilder stream = new StringBuilder(
                    named(Json.object("type", "response.created", "response", Json.object("id", "r-" + id))));
            for (int i = 0; i < items.size(); i++) {
                stream.append(named(
                        Json.object("type", "response.output_item.done", "output_index", i, "item", items.get(i))));
            }
            Node.Fields whole = Json.object("id", "r-" + id, "status", "completed", "output", items, "usage", usage);
            return stream.append(named(Json.object("type", "response.completed", "response", whole)))
                    .toString();
        }

        private Node.Fields called(Turn.Call call, String id) {
            String arguments = Json.flat(call.arguments());
            return call.family().isEmpty()
                    ? Json.object(
                            "type",
                            "function_call",
                            "id",
                            "f-" + id,
                            "call_id",
                            id,
                            "name",
                            call.tool(),
                            "arguments",
                            arguments)
                    : Json.object(
                            "type",
                            "function_call",
                            "id",
                            "f-" + id,
                            "call_id",
                            id,
                            "name",
                            call.tool(),
                            "arguments",
                            arguments,
                            "namespace",
                            call.family());
        }
    },

    /// Google's `generateContent`.
    CONTENTS {
        @Override
        List<Node> tools(Node.Fields request) {
            List<Node> tools = new ArrayList<>();
            for (Node group : request.items("tools").nodes()) {
                if (group instanceof Node.Fields fields) {
                    tools.addAll(fields.items("functionDeclarations").nodes());
                }
            }
            return tools;
        }

        @Override
        String answer(Turn turn, String model, String id) {
            List<Node> parts = new ArrayList<>();
            if (!turn.text().isEmpty()) {
                parts.add(Json.object("text", turn.text()));
            }
            turn.call()
                    .ifPresent(call -> parts.add(Json.object(
                            "functionCall", Json.object("id", id, "name", call.tool(), "args", call.arguments()))));
            Node.Fields candidate = Json.object(
                    "content", Json.object("role", "model", "parts", parts), "finishReason", "STOP", "index", 0);
            Node.Fields usage =
                    Json.object("promptTokenCount", 100, "candidatesTokenCount", 10, "totalTokenCount", 110);
            return "data: " + Json.flat(Json.object("candidates", List.of(candidate), "usageMetadata", usage))
                    + "\r\n\r\n";
        }
    };

    /// The tools that a request offers to the model. Requests of the main work offer several, those
    /// beside it (a title, a summary) none.
    abstract List<Node> tools(Node.Fields request);

    /// The answer as a stream of server-sent events.
    ///
    /// @param id of the call, unique
    abstract String answer(Turn turn, String model, String id);

    private static String named(Node.Fields event) {
        return "event: %s\ndata: %s\n\n".formatted(event.textOr("type", ""), Json.flat(event));
    }

    private static String chunk(String model, String id, Node.Fields delta, Node end) {
        Node.Fields choice = Json.object("index", 0, "delta", delta, "finish_reason", end);
        Node.Fields usage = Json.object("prompt_tokens", 100, "completion_tokens", 10, "total_tokens", 110);
        return "data: %s\n\n"
                .formatted(Json.flat(Json.object(
                        "id",
                        "c-" + id,
                        "object",
                        "chat.completion.chunk",
                        "created",
                        1,
                        "model",
                        model,
                        "choices",
                        List.of(choice),
                        "usage",
                        usage)));
    }
}
