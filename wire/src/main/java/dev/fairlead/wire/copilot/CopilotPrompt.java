package dev.fairlead.wire.copilot;

import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ContextInjected.Source;
import dev.fairlead.wire.json.Node;
import java.util.List;

/// What reaches the agent that is not its own: the person's words, the client's instructions with the rules files that
/// stand in them, and what hooks add.
final class CopilotPrompt {

    private static final String RULES = "<custom_instruction>";
    private static final String RULES_END = "</custom_instruction>";

    /// What a hook may put before the agent.
    private static final List<String> ADDITIONS =
            List.of("additionalContext", "modifiedPrompt", "modifiedTransformedPrompt");

    private final Node.Fields data;
    private final CopilotTranscript.Told told;

    CopilotPrompt(Node.Fields record, CopilotTranscript.Told told) {
        this.data = record.fields("data");
        this.told = told;
    }

    /// A message in the person's place. A sub-agent's comes from its parent; others name the source they come from.
    void person() {
        String text = data.textOr("content", "");
        String source = data.textOr("source", "");
        if (told.isOrder(text)) {
            told.injected(Source.HOOK, "agentStop", text);
        } else if (source.startsWith("skill") || source.startsWith("command") || source.startsWith("schedule")) {
            told.injected(Source.ATTACHMENT, source, text);
        } else if (source.startsWith("system") || source.startsWith("autopilot")) {
            told.injected(Source.SYSTEM, source, text);
        } else {
            told.say(new Happening.TaskGiven(text, images()));
        }
    }

    private int images() {
        int images = 0;
        for (Node each : data.items("attachments").nodes()) {
            if (each instanceof Node.Fields attachment) {
                boolean isImage = attachment.textOr("mimeType", "").startsWith("image/")
                        || attachment.textOr("type", "").equals("image")
                        || attachment.textOr("path", "").matches(".*\\.(?i:png|jpe?g|gif|webp)");
                images += isImage ? 1 : 0;
            }
        }
        return images;
    }

    /// The client's instructions. Rules files of the project and the person stand in them between tags.
    void system() {
        String text = data.textOr("content", "");
        StringBuilder rest = new StringBuilder();
        int at = 0;
        for (int from = text.indexOf(RULES); from >= 0; from = text.indexOf(RULES, at)) {
            int to = text.indexOf(RULES_END, from);
            int end = to < 0 ? text.length() : to;
            rest.append(text, at, from);
            told.injected(
                    Source.RULES,
                    "custom_instruction",
                    text.substring(from + RULES.length(), end).strip());
            at = to < 0 ? text.length() : to + RULES_END.length();
        }
        told.injected(Source.SYSTEM, "", rest.append(text, at, text.length()).toString());
    }

    /// A hook ended; what it lets the agent see is told, and what it denies stands in the call's own result.
    void hook() {
        String hook = data.textOr("hookType", "");
        Node.Fields output = data.fields("output");
        boolean said = false;
        for (String each : ADDITIONS) {
            String text = output.textOr(each, "");
            if (!text.isBlank()) {
                told.injected(Source.HOOK, hook, text);
                said = true;
            }
        }
        if (hook.equals("agentStop") && output.textOr("decision", "").equals("block")) {
            told.order(output.textOr("reason", ""));
        }
        if (!said) {
            told.note("hook.end");
        }
    }
}
