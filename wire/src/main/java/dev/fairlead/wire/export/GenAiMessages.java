package dev.fairlead.wire.export;

import dev.fairlead.core.event.Value;
import dev.fairlead.wire.json.JsonWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;

/// Messages in the form of the GenAI conventions.
final class GenAiMessages {

    private GenAiMessages() {}

    /// Turns as a list of messages in JSON.
    static String of(List<Turn> turns) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.list();
            for (Turn turn : turns) {
                message(json, turn);
            }
            json.endArray();
        }
        return text.toString();
    }

    /// Arguments in JSON.
    static String json(Value.Fields arguments) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.value(arguments);
        }
        return text.toString();
    }

    /// Who makes a model, in the conventions' words, as far as its name tells.
    static String provider(String model) {
        String name = model.toLowerCase(Locale.ROOT);
        if (name.startsWith("claude")) {
            return "anthropic";
        }
        if (name.startsWith("gpt") || name.matches("o\\d.*")) {
            return "openai";
        }
        return name.startsWith("gemini") ? "gcp.gemini" : "_OTHER";
    }

    private static void message(JsonWriter json, Turn turn) {
        boolean isAgent = turn.source() == Turn.Source.AGENT;
        json.object()
                .text("role", isAgent ? "assistant" : turn.source().name().toLowerCase(Locale.ROOT))
                .array("parts");
        turn.thought().ifPresent(thought -> part(json, "reasoning", thought));
        turn.message().ifPresent(message -> part(json, "text", message));
        for (Turn.Use use : turn.uses()) {
            json.object()
                    .text("type", "tool_call")
                    .text("id", use.call().call().value())
                    .text("name", use.call().tool())
                    .value("arguments", use.call().arguments())
                    .endObject();
        }
        json.endArray();
        if (isAgent) {
            json.text("finish_reason", turn.uses().isEmpty() ? "stop" : "tool_call");
        }
        json.endObject();
    }

    private static void part(JsonWriter json, String type, String content) {
        json.object().text("type", type).text("content", content).endObject();
    }
}
