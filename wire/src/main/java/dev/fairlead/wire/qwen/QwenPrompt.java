package dev.fairlead.wire.qwen;

import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ContextInjected.Source;
import dev.fairlead.wire.Chronicle.Told;
import dev.fairlead.wire.json.Node;

/// A user record: the person's words, and what hooks and the client put in the person's mouth.
final class QwenPrompt {

    private static final String HOOK = "<qwen:";

    private final Node.Fields record;
    private final Told told;
    private final StringBuilder words = new StringBuilder();
    private int images;

    QwenPrompt(Node.Fields record, Told told) {
        this.record = record;
        this.told = told;
    }

    void tell() {
        for (Node each : record.fields("message").items("parts").nodes()) {
            switch (each) {
                case Node.Text text -> text(text.value());
                case Node.Fields part -> {
                    if (part.has("inlineData") || part.has("fileData")) {
                        images++;
                    } else if (part.has("text")) {
                        text(part.textOr("text", ""));
                    } else {
                        told.unread("a part of a prompt that is neither text nor file", part);
                    }
                }
                case Node.Items _, Node.Scalar _ -> told.unread("a part of a prompt that is no object", record);
            }
        }
        String said = words.toString();
        if (said.isBlank() && images == 0) {
            return;
        }
        String subtype = record.textOr("subtype", "");
        switch (subtype) {
            case "", "mid_turn_user_message", "realtime_message" -> told.say(new Happening.TaskGiven(said, images));
            case "cron", "notification" -> told.injected(Source.ATTACHMENT, subtype, said);
            case "goal_runtime" -> told.injected(Source.SYSTEM, subtype, said);
            default -> told.unread("a user record of the unknown subtype `" + subtype + "`", record);
        }
    }

    private void text(String text) {
        if (text.startsWith(HOOK)) {
            int from = text.indexOf(">\n");
            int to = text.lastIndexOf("\n</");
            String name = text.substring(HOOK.length(), Math.max(HOOK.length(), text.indexOf('>')));
            told.injected(Source.HOOK, name, from >= 0 && to >= from + 2 ? text.substring(from + 2, to) : text);
        } else if (text.startsWith("<system-reminder>")) {
            told.injected(Source.SYSTEM, "system-reminder", text);
        } else {
            words.append(words.isEmpty() ? "" : "\n").append(text);
        }
    }
}
