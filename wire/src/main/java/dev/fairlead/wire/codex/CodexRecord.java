package dev.fairlead.wire.codex;

import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ContextInjected.Source;
import dev.fairlead.wire.json.Node;

/// One record of a rollout, told as events.
final class CodexRecord {

    private final Node.Fields record;
    private final Node.Fields payload;
    private final CodexTranscript.Told told;

    CodexRecord(Node.Fields record, Node.Fields payload, CodexTranscript.Told told) {
        this.record = record;
        this.payload = payload;
        this.told = told;
    }

    void tell() {
        String type = record.textOr("type", "");
        switch (type) {
            case "response_item" -> new CodexItem(payload, told).tell();
            case "event_msg" -> new CodexNotice(payload, told).tell();
            case "turn_context" -> told.workplace(payload);
            case "token_usage_record" ->
                told.usage(type, payload.fields("thread_token_usage"), payload.fields("usage"));
            case "compacted" -> {
                told.compacted(Echoes.Stream.ITEM, type);
                String summary = payload.textOr("message", "");
                if (!summary.isBlank()) {
                    told.injected(Source.SUMMARY, "", summary);
                }
            }
            case "world_state", "inter_agent_communication", "inter_agent_communication_metadata" -> told.note(type);
            default ->
                told.say(new Happening.Unread(
                        type.isEmpty() ? "a record without a type" : "a record of the unknown type `" + type + "`",
                        String.join(", ", record.names())));
        }
    }
}
