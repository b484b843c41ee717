package dev.fairlead.wire.gemini;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ContextInjected.Source;
import dev.fairlead.core.event.Happening.ToolCalled;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.event.Tokens;
import dev.fairlead.wire.Chronicle.Told;
import dev.fairlead.wire.json.Node;
import java.util.List;

/// A message of a session, told as far as it is new.
final class GeminiMessage {

    /// What the client lets the agent say to a summary.
    private static final String ACKNOWLEDGEMENT = "Got it. Thanks for the additional context!";

    private final Node.Fields message;
    private final Memory memory;
    private final Told told;

    GeminiMessage(Node.Fields message, Memory memory, Told told) {
        this.message = message;
        this.memory = memory;
        this.told = told;
    }

    /// How much of a message was told already.
    static final class Memory {
        private boolean isSaid;
        private int thoughts;
    }

    void tell() {
        String type = message.textOr("type", "");
        switch (type) {
            case "user" -> {
                if (memory.isSaid) {
                    told.note("user/again");
                } else {
                    memory.isSaid = true;
                    new GeminiPrompt(told).tell(message.get("content"));
                }
            }
            case "gemini" -> answer();
            case "error" -> told.injected(Source.SYSTEM, "error", plain(message.get("content")));
            case "info", "warning" -> told.note(type);
            default -> told.unread("a message of the unknown type `" + type + "`", message);
        }
        if (!told.hasSpoken()) {
            told.note(type + "/empty");
        }
    }

    private void answer() {
        List<Node> thoughts = message.items("thoughts").nodes();
        for (Node each : thoughts.subList(Math.min(memory.thoughts, thoughts.size()), thoughts.size())) {
            if (each instanceof Node.Fields thought) {
                String subject = thought.textOr("subject", "");
                String words = thought.textOr("description", "");
                told.say(new Happening.AgentThought(subject.isEmpty() ? words : subject + ": " + words));
            }
        }
        memory.thoughts = Math.max(memory.thoughts, thoughts.size());
        if (!memory.isSaid) {
            content(message.get("content"));
        }
        for (Node each : message.items("toolCalls").nodes()) {
            if (each instanceof Node.Fields call) {
                call(call);
            }
        }
        Node.Fields tokens = message.fields("tokens");
        told.used(message.textOr("model", ""), message.textOr("id", ""), tokens(tokens));
        if (!told.hasSpoken()) {
            told.note("gemini/again");
        }
    }

    private void content(Node content) {
        switch (content) {
            case Node.Text text -> speak(text.value());
            case Node.Items items -> {
                for (Node each : items.nodes()) {
                    if (each instanceof Node.Fields part) {
                        part(part);
                    }
                }
            }
            case Node.Fields part -> part(part);
            case Node.Scalar _ -> {}
        }
    }

    private void part(Node.Fields part) {
        if (part.get("functionCall") instanceof Node.Fields call) {
            called(call.textOr("id", ""), call);
        } else if (part.isTrue("thought")) {
            told.say(new Happening.AgentThought(part.textOr("text", "")));
        } else {
            speak(part.textOr("text", ""));
        }
    }

    private void speak(String words) {
        if (words.equals(ACKNOWLEDGEMENT)) {
            told.note("gemini/acknowledgement");
        } else if (!words.isEmpty()) {
            memory.isSaid = true;
            told.say(new Happening.AgentSpoke(words));
        }
    }

    private CallId called(String id, Node.Fields call) {
        Node.Fields arguments = call.fields("args");
        String tool = call.textOr("name", "unnamed");
        CallId made = told.callId(id);
        told.called(new ToolCalled(made, tool, Node.arguments(arguments), GeminiTools.action(tool, arguments)));
        return made;
    }

    private void call(Node.Fields call) {
        CallId made = called(call.textOr("id", ""), call);
        call.text("agentId")
                .filter(id -> !id.isBlank())
                .ifPresent(id -> told.startSubagent(
                        new SessionId(id), call.fields("args").textOr("prompt", "")));
        String status = call.textOr("status", "");
        boolean isOver = status.equals("success") || status.equals("error") || status.equals("cancelled");
        if (isOver && !told.isAnswered(made)) {
            GeminiResult.of(call.get("result"), status).tell(made, told);
            call.text("agentId").filter(id -> !id.isBlank()).ifPresent(id -> told.endSubagent(new SessionId(id)));
        }
    }

    /// The client counts cached tokens as input as well, and tells thoughts apart from the rest of the output.
    private static Tokens tokens(Node.Fields counts) {
        long cached = counts.number("cached").orElse(0);
        long input = counts.number("input").orElse(0);
        long tool = counts.number("tool").orElse(0);
        long output = counts.number("output").orElse(0);
        long written = counts.number("total").orElse(0) - input - tool;
        return new Tokens(Math.max(0, input - cached) + tool, cached, 0, Math.max(output, written));
    }

    /// The texts of a content, each on its own lines.
    static String plain(Node content) {
        return switch (content) {
            case Node.Text text -> text.value();
            case Node.Items items -> {
                StringBuilder texts = new StringBuilder();
                for (Node each : items.nodes()) {
                    texts.append(texts.isEmpty() ? "" : "\n").append(plain(each));
                }
                yield texts.toString();
            }
            case Node.Fields part -> part.textOr("text", "");
            case Node.Scalar _ -> "";
        };
    }
}
