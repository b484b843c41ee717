package dev.fairlead.wire.codex;

import dev.fairlead.wire.Dialect;
import dev.fairlead.wire.Transcript;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.Node;
import java.util.List;
import java.util.Set;

/// The dialect of Codex: rollouts in JSON Lines, one record a line, each a `type` with its `payload`.
public final class Codex implements Dialect {

    private static final Set<String> TYPES = Set.of(
            "session_meta",
            "response_item",
            "event_msg",
            "turn_context",
            "compacted",
            "token_usage_record",
            "world_state");

    private static final JsonReader JSON = JsonReader.skipping(
            Set.of(
                    "base_instructions",
                    "collaboration_mode",
                    "content_item_metadata",
                    "dynamic_tools",
                    "encrypted_content",
                    "formatted_output",
                    "image_url",
                    "last_agent_message",
                    "metadata",
                    "parsed_cmd",
                    "permission_profile",
                    "rate_limits",
                    "replacement_history",
                    "sandbox_policy",
                    "state",
                    "text_elements",
                    "thread_settings",
                    "tools",
                    "turn_attribution",
                    "user_instructions"),
            Set.of("arguments", "action"));

    @Override
    public String agent() {
        return "codex";
    }

    @Override
    public String title() {
        return "Codex";
    }

    @Override
    public List<String> places() {
        return List.of(".codex/sessions", ".codex/archived_sessions");
    }

    @Override
    public boolean recognises(Node.Fields record) {
        return TYPES.contains(record.textOr("type", "")) && record.get("payload") instanceof Node.Fields;
    }

    @Override
    public JsonReader json() {
        return JSON;
    }

    @Override
    public Transcript open(String name) {
        return new CodexTranscript(agent(), name);
    }
}
