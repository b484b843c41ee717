package dev.fairlead.wire.gemini;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ContextInjected.Source;
import dev.fairlead.core.event.Happening.ToolCalled;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.event.Tokens;
import dev.fairlead.wire.Chronicle.Told;
import dev.fairlead.wire.json.Node;
import java.util.Optional;
import java.util.Set;

/// What `gemini --output-format stream-json` prints: a record for each piece of an answer, each call and each result.
///
/// An answer comes in pieces, which are told as one where the next record is none, at the place of the last of them.
final class GeminiStream {

    private static final Set<String> TYPES = Set.of("init", "message", "tool_use", "tool_result", "error", "result");

    private final StringBuilder answer = new StringBuilder();
    private Optional<Told> piece = Optional.empty();
    private String model = "";

    /// Whether a record is one of the stream's: it has a type of its own, and no id as stored messages have.
    static boolean holds(Node.Fields record) {
        return TYPES.contains(record.textOr("type", ""))
                && record.text("timestamp").isPresent()
                && !record.has("id");
    }

    /// Whether a record can stand in no other agent's file.
    static boolean recognises(Node.Fields record) {
        boolean isHead = record.textOr("type", "").equals("init") && record.has("session_id") && record.has("model");
        return holds(record) && (isHead || record.has("tool_id"));
    }

    void hear(Node.Fields record, Told told) {
        boolean isPiece = record.isTrue("delta") && record.textOr("role", "").equals("assistant");
        if (isPiece) {
            answer.append(record.textOr("content", ""));
            piece = Optional.of(told);
            told.note("message/delta");
            return;
        }
        tellAnswer();
        String type = record.textOr("type", "");
        switch (type) {
            case "init" -> begun(record, told);
            case "message" -> message(record, told);
            case "tool_use" -> called(record, told);
            case "tool_result" -> returned(record, told);
            case "error" -> told.injected(Source.SYSTEM, "error", record.textOr("message", ""));
            default -> ended(record.fields("stats"), told);
        }
        if (!told.hasSpoken()) {
            told.note(type);
        }
    }

    /// Tells the answer whose pieces came so far, if there is one.
    void tellAnswer() {
        String words = answer.toString();
        answer.setLength(0);
        piece.filter(_ -> !words.isBlank()).ifPresent(told -> told.say(new Happening.AgentSpoke(words)));
        piece = Optional.empty();
    }

    private void begun(Node.Fields record, Told told) {
        model = record.textOr("model", "");
        record.text("session_id")
                .filter(id -> !id.isBlank())
                .ifPresentOrElse(id -> told.enter(new SessionId(id), Optional.empty(), "", ""), told::enterUnnamed);
    }

    private static void message(Node.Fields record, Told told) {
        if (record.textOr("role", "").equals("user")) {
            new GeminiPrompt(told).tell(record.get("content"));
        } else if (!record.textOr("content", "").isBlank()) {
            told.say(new Happening.AgentSpoke(record.textOr("content", "")));
        }
    }

    private static void called(Node.Fields record, Told told) {
        Node.Fields arguments = record.fields("parameters");
        String tool = record.textOr("tool_name", "unnamed");
        CallId call = told.callId(record.textOr("tool_id", ""));
        told.called(new ToolCalled(call, tool, Node.arguments(arguments), GeminiTools.action(tool, arguments)));
    }

    private static void returned(Node.Fields record, Told told) {
        String output = record.textOr("output", record.fields("error").textOr("message", ""));
        GeminiResult.of(new Node.Text(output), record.textOr("status", ""))
                .tell(told.callId(record.textOr("tool_id", "")), told);
    }

    private void ended(Node.Fields stats, Told told) {
        Node.Fields models = stats.fields("models");
        if (models.names().isEmpty()) {
            told.used(model, "result", tokens(stats));
        }
        for (String name : models.names()) {
            told.used(name, "result/" + name, tokens(models.fields(name)));
        }
    }

    private static Tokens tokens(Node.Fields counts) {
        long cached = counts.number("cached").orElse(0);
        long input = counts.number("input")
                .orElse(Math.max(0, counts.number("input_tokens").orElse(0) - cached));
        return new Tokens(input, cached, 0, counts.number("output_tokens").orElse(0));
    }
}
