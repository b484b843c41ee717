package dev.fairlead.wire.codex;

import dev.fairlead.wire.ClaudeLikeHooks;
import dev.fairlead.wire.Dialect;
import dev.fairlead.wire.Hooks;
import dev.fairlead.wire.Transcript;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.Node;
import java.util.List;
import java.util.Optional;
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

    private static final JsonReader JSON = JsonReader.keeping(
            Set.of(
                    "timestamp",
                    "type",
                    "payload",
                    "id",
                    "session_id",
                    "cwd",
                    "cli_version",
                    "git",
                    "branch",
                    "source",
                    "subagent",
                    "thread_spawn",
                    "parent_thread_id",
                    "thread_source",
                    "forked_from_id",
                    "model",
                    "thread_token_usage",
                    "usage",
                    "info",
                    "total_token_usage",
                    "last_token_usage",
                    "input_tokens",
                    "cached_input_tokens",
                    "cache_write_input_tokens",
                    "output_tokens",
                    "message",
                    "role",
                    "content",
                    "text",
                    "internal_chat_message_metadata_passthrough",
                    "content_item_kinds",
                    "summary",
                    "summary_text",
                    "name",
                    "namespace",
                    "call_id",
                    "input",
                    "output",
                    "body",
                    "success",
                    "status",
                    "author",
                    "revised_prompt",
                    "images",
                    "local_images",
                    "reason",
                    "item",
                    "kind",
                    "agent_thread_id",
                    "new_thread_id",
                    "receiver_thread_id",
                    "prompt",
                    "fragments",
                    "command",
                    "exit_code",
                    "aggregated_output",
                    "stdout",
                    "stderr",
                    "result",
                    "Ok",
                    "Err",
                    "isError",
                    "is_error",
                    "invocation",
                    "server",
                    "tool"),
            Set.of("arguments", "action", "changes"));

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
    public Optional<Hooks> hooks() {
        return Optional.of(new ClaudeLikeHooks(new CodexHooks()));
    }

    @Override
    public Transcript open(String name) {
        return new CodexTranscript(agent(), name);
    }
}
