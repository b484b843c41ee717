package dev.fairlead.wire.pi;

import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ContextInjected.Source;
import dev.fairlead.core.event.Happening.ToolCalled;
import dev.fairlead.core.event.Happening.ToolReturned;
import dev.fairlead.wire.Chronicle.Told;
import dev.fairlead.wire.json.Node;
import java.util.List;

/// One message of a session, told as events.
final class PiMessage {

    private final Node.Fields message;
    private final String model;
    private final Told told;

    PiMessage(Node.Fields message, String model, Told told) {
        this.message = message;
        this.model = model;
        this.told = told;
    }

    void tell() {
        String role = message.textOr("role", "");
        switch (role) {
            case "system" -> system();
            case "user" -> {
                Node content = message.get("content");
                told.say(new Happening.TaskGiven(text(content), images(content)));
            }
            case "assistant" -> answer();
            case "toolResult" -> result();
            case "bashExecution" -> {
                String text = "$ " + message.textOr("command", "") + "\n" + message.textOr("output", "");
                told.injected(Source.PERSON_COMMAND, "bash", text);
            }
            case "custom", "hookMessage" ->
                told.injected(Source.HOOK, message.textOr("customType", ""), text(message.get("content")));
            case "branchSummary", "compactionSummary" -> told.note(role);
            default -> told.unread("a message of the unknown role `" + role + "`", message);
        }
        if (!told.hasSpoken()) {
            told.note(role + "/empty");
        }
    }

    /// The prompt comes in named sections; what projects and persons wrote for the agent stands in one of them.
    private void system() {
        told.injected(Source.SYSTEM, "", text(message.get("content")));
        Node.Fields sections = message.fields("sections");
        for (String name : sections.names()) {
            boolean isRules = name.equals("project_context");
            told.injected(isRules ? Source.RULES : Source.SYSTEM, name, sections.textOr(name, ""));
        }
    }

    private void answer() {
        Node content = message.get("content");
        for (Node each : content instanceof Node.Items items ? items.nodes() : List.of(content)) {
            switch (each) {
                case Node.Text text -> told.say(new Happening.AgentSpoke(text.value()));
                case Node.Fields block -> block(block);
                case Node.Items _, Node.Scalar _ -> {}
            }
        }
        String end = message.textOr("stopReason", "");
        if (end.equals("aborted")) {
            told.say(new Happening.AgentInterrupted());
        } else if (end.equals("error")) {
            told.injected(Source.SYSTEM, "error", message.textOr("errorMessage", ""));
        }
        told.used(
                model, message.textOr("responseId", told.callId("").value()), PiEntry.tokens(message.fields("usage")));
    }

    private void block(Node.Fields block) {
        String type = block.textOr("type", "");
        switch (type) {
            case "text" -> told.say(new Happening.AgentSpoke(block.textOr("text", "")));
            case "thinking" -> told.say(new Happening.AgentThought(block.textOr("thinking", "")));
            case "toolCall" -> {
                String tool = block.textOr("name", "unnamed");
                Node.Fields arguments = block.fields("arguments");
                told.called(new ToolCalled(
                        told.callId(block.textOr("id", "")),
                        tool,
                        Node.arguments(arguments),
                        PiTools.action(tool, arguments)));
            }
            default -> told.unread("a block of the unknown type `" + type + "` in an answer", block);
        }
    }

    private void result() {
        Node content = message.get("content");
        String text = text(content);
        String tool = message.textOr("toolName", "");
        ToolReturned returned = PiTools.returned(
                told.callId(message.textOr("toolCallId", "")), tool, message.isTrue("isError"), text, images(content));
        told.returned(returned, "toolResult");
        told.used(model, "tool-" + returned.call(), PiEntry.tokens(message.fields("usage")));
    }

    /// The texts of a content, each on lines of its own.
    static String text(Node content) {
        return switch (content) {
            case Node.Text text -> text.value();
            case Node.Items items -> {
                StringBuilder texts = new StringBuilder();
                for (Node each : items.nodes()) {
                    if (each instanceof Node.Fields block && block.has("text")) {
                        boolean isApart = !texts.isEmpty() && texts.charAt(texts.length() - 1) != '\n';
                        texts.append(isApart ? "\n" : "").append(block.textOr("text", ""));
                    }
                }
                yield texts.toString();
            }
            case Node.Fields block -> block.textOr("text", "");
            case Node.Scalar _ -> "";
        };
    }

    private static int images(Node content) {
        int images = 0;
        if (content instanceof Node.Items items) {
            for (Node each : items.nodes()) {
                boolean isImage = each instanceof Node.Fields block
                        && block.textOr("type", "").equals("image");
                images += isImage ? 1 : 0;
            }
        }
        return images;
    }
}
