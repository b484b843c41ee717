package dev.fairlead.wire.pi;

import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ContextInjected.Source;
import dev.fairlead.core.event.Tokens;
import dev.fairlead.wire.Chronicle.Told;
import dev.fairlead.wire.json.Node;
import java.util.Set;

/// One entry of a session, told as events.
final class PiEntry {

    /// Entries of no consequence, and the steps of an answer that is told when it is complete.
    private static final Set<String> BOOKKEEPING = Set.of(
            "session",
            "model_change",
            "thinking_level_change",
            "session_info",
            "label",
            "custom",
            "context_edit",
            "agent_start",
            "agent_end",
            "agent_settled",
            "session_info_changed",
            "bash_execution_update",
            "extension_error",
            "summarization_retry_scheduled",
            "summarization_retry_attempt_start",
            "summarization_retry_finished",
            "turn_start",
            "turn_end",
            "message_start",
            "message_update",
            "tool_execution_start",
            "tool_execution_update",
            "tool_execution_end",
            "queue_update",
            "compaction_start",
            "compaction_end",
            "auto_retry_start",
            "auto_retry_end");

    private final Node.Fields entry;
    private final String model;
    private final Told told;

    PiEntry(Node.Fields entry, String model, Told told) {
        this.entry = entry;
        this.model = model;
        this.told = told;
    }

    void tell() {
        String type = entry.textOr("type", "");
        switch (type) {
            case "message", "message_end" -> new PiMessage(entry.fields("message"), model, told).tell();
            case "custom_message" ->
                told.injected(Source.HOOK, entry.textOr("customType", ""), PiMessage.text(entry.get("content")));
            case "compaction" -> {
                String trigger = entry.isTrue("fromHook") ? "extension" : "unstated";
                told.say(new Happening.ContextCompacted(
                        trigger, entry.number("tokensBefore").orElse(0)));
                told.injected(Source.SUMMARY, "", entry.textOr("summary", ""));
                use();
            }
            case "branch_summary" -> {
                told.injected(Source.SUMMARY, "branch", entry.textOr("summary", ""));
                use();
            }
            case "usage" -> use();
            default -> {
                if (BOOKKEEPING.contains(type)) {
                    told.note(type);
                } else {
                    told.unread(
                            type.isEmpty() ? "an entry without a type" : "an entry of the unknown type `" + type + "`",
                            entry);
                }
            }
        }
    }

    /// The use of a model for something else than an answer.
    private void use() {
        told.used(entry.textOr("model", model), "entry-" + entry.textOr("id", ""), tokens(entry.fields("usage")));
    }

    static Tokens tokens(Node.Fields usage) {
        return new Tokens(
                usage.number("input").orElse(0),
                usage.number("cacheRead").orElse(0),
                usage.number("cacheWrite").orElse(0),
                usage.number("output").orElse(0));
    }
}
