package dev.fairlead.wire.codex;

import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ContextInjected.Source;
import dev.fairlead.wire.codex.Echoes.Stream;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.MalformedJson;
import dev.fairlead.wire.json.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A message to the agent that is not its own: the person's words, and what the client puts beside them in the same
/// role. They are told apart by the kinds that later versions state and by the tags that the client writes.
final class CodexPrompt {

    private static final String RULES = "# AGENTS.md instructions";

    /// What the client's own texts begin with, and what they are.
    private static final Map<String, Source> LEADS = Map.ofEntries(
            Map.entry("<user_instructions>", Source.RULES),
            Map.entry("<INSTRUCTIONS>", Source.RULES),
            Map.entry("<environment_context>", Source.SYSTEM),
            Map.entry("<turn_aborted>", Source.SYSTEM),
            Map.entry("<permissions instructions>", Source.SYSTEM),
            Map.entry("<collaboration_mode>", Source.SYSTEM),
            Map.entry("<model_switch>", Source.SYSTEM),
            Map.entry("<personality_spec>", Source.SYSTEM),
            Map.entry("<realtime_conversation>", Source.SYSTEM),
            Map.entry("<goal_context>", Source.SYSTEM),
            Map.entry("<skill>", Source.ATTACHMENT),
            Map.entry("<subagent_notification>", Source.ATTACHMENT),
            Map.entry("<user_action>", Source.ATTACHMENT),
            Map.entry("<user_shell_command>", Source.PERSON_COMMAND),
            Map.entry("Another language model started to solve this problem", Source.SUMMARY));

    private final Node.Fields item;
    private final CodexTranscript.Told told;
    private final StringBuilder words = new StringBuilder();
    private int images;
    private boolean said;

    CodexPrompt(Node.Fields item, CodexTranscript.Told told) {
        this.item = item;
        this.told = told;
    }

    void tell(String role) {
        List<Node> kinds = item.fields("internal_chat_message_metadata_passthrough")
                .items("content_item_kinds")
                .nodes();
        List<Node> parts = item.items("content").nodes();
        for (int i = 0; i < parts.size(); i++) {
            String kind = i < kinds.size() && kinds.get(i) instanceof Node.Text text ? text.value() : "";
            if (parts.get(i) instanceof Node.Fields part) {
                part(part, kind, role);
            }
        }
        if (!words.isEmpty() || images > 0) {
            String text = words.toString();
            told.sayOnce("prompt", text, Stream.ITEM, new Happening.TaskGiven(text, images));
        } else if (!said) {
            told.note("response_item/message");
        }
    }

    private void part(Node.Fields part, String kind, String role) {
        String type = part.textOr("type", "");
        switch (type) {
            case "input_text", "output_text", "text" -> text(part.textOr("text", ""), kind, role);
            case "input_image" -> images++;
            default -> {
                said = true;
                told.say(new Happening.Unread(
                        "a part of the unknown type `" + type + "` in a prompt", String.join(", ", part.names())));
            }
        }
    }

    private void text(String text, String kind, String role) {
        if (kind.startsWith("hooks.")) {
            injected(Source.HOOK, kind, text);
        } else if (!role.equals("user")) {
            injected(Source.SYSTEM, kind, text);
        } else if (text.startsWith("<hook_prompt")) {
            said = true;
            hookPrompt(text);
        } else if (text.startsWith(RULES)) {
            injected(Source.RULES, rulesFile(text), text);
        } else if (!isImageTag(text)) {
            Optional<Source> source = kind.equals("user.text") ? Optional.empty() : source(text);
            if (source.isPresent()) {
                injected(source.get(), kind, text);
                ended(text);
            } else {
                words.append(text);
            }
        }
    }

    private void injected(Source source, String from, String text) {
        said = true;
        told.injected(source, from, text);
    }

    private void hookPrompt(String text) {
        int from = text.indexOf('>') + 1;
        int to = text.lastIndexOf("</hook_prompt>");
        String inner = text.substring(from, Math.max(from, to < 0 ? text.length() : to));
        told.sayOnce("hook", inner, Stream.ITEM, new Happening.ContextInjected(Source.HOOK, "hook_prompt", inner));
    }

    /// The client names a sub-agent that is done, in JSON within a tag.
    private void ended(String text) {
        int from = text.indexOf('{');
        int to = text.lastIndexOf('}');
        if (!text.startsWith("<subagent_notification>") || from < 0 || to < from) {
            return;
        }
        try {
            if (JsonReader.ofAll().read(text.substring(from, to + 1)).getFirst() instanceof Node.Fields fields) {
                told.endSubagent(fields.textOr("agent_id", fields.textOr("agent_path", "")));
            }
        } catch (MalformedJson cutOff) {
            told.note("subagent_notification");
        }
    }

    private static Optional<Source> source(String text) {
        if (!text.startsWith("<") && !text.startsWith("Another ")) {
            return Optional.empty();
        }
        return LEADS.entrySet().stream()
                .filter(lead -> text.startsWith(lead.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String rulesFile(String text) {
        String lead = RULES + " for ";
        int feed = text.indexOf('\n');
        return text.startsWith(lead) && feed > 0
                ? text.substring(lead.length(), feed).strip() + "/AGENTS.md"
                : "AGENTS.md";
    }

    private static boolean isImageTag(String text) {
        return text.equals("</image>")
                || text.equals("<image>")
                || text.startsWith("<image name=") && text.endsWith(">");
    }
}
