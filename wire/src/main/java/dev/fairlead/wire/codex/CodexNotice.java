package dev.fairlead.wire.codex;

import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ContextInjected.Source;
import dev.fairlead.wire.codex.Echoes.Stream;
import dev.fairlead.wire.json.Node;
import java.util.Set;

/// What the client told its own surface. Much of it echoes what passed between the client and the model.
final class CodexNotice {

    /// Notices of no consequence here.
    private static final Set<String> BOOKKEEPING = Set.of(
            "warning",
            "guardian_warning",
            "guardian_assessment",
            "model_reroute",
            "model_verification",
            "thread_rolled_back",
            "thread_settings_applied",
            "thread_name_updated",
            "thread_goal_updated",
            "task_complete",
            "turn_complete",
            "agent_reasoning_section_break",
            "session_configured",
            "mcp_startup_update",
            "mcp_startup_complete",
            "mcp_tool_call_begin",
            "web_search_begin",
            "web_search_end",
            "image_generation_begin",
            "image_generation_end",
            "exec_command_begin",
            "exec_command_output_delta",
            "exec_approval_request",
            "apply_patch_approval_request",
            "request_permissions",
            "request_user_input",
            "elicitation_request",
            "dynamic_tool_call_request",
            "dynamic_tool_call_response",
            "terminal_interaction",
            "view_image_tool_call",
            "background_event",
            "undo_started",
            "undo_completed",
            "stream_error",
            "deprecation_notice",
            "patch_apply_begin",
            "patch_apply_updated",
            "turn_diff",
            "plan_update",
            "plan_delta",
            "shutdown_complete",
            "entered_review_mode",
            "exited_review_mode",
            "raw_response_item",
            "item_started",
            "hook_started",
            "hook_completed",
            "collab_agent_spawn_begin",
            "collab_agent_interaction_begin",
            "collab_agent_interaction_end",
            "collab_waiting_begin",
            "collab_waiting_end",
            "collab_close_begin",
            "collab_resume_begin",
            "collab_resume_end");

    private final Node.Fields notice;
    private final CodexTranscript.Told told;

    CodexNotice(Node.Fields notice, CodexTranscript.Told told) {
        this.notice = notice;
        this.told = told;
    }

    void tell() {
        String type = notice.textOr("type", "");
        switch (type) {
            case "user_message" -> prompt();
            case "agent_message" -> {
                String text = notice.textOr("message", "");
                told.sayOnce("agent", text, Stream.EVENT, new Happening.AgentSpoke(text));
            }
            case "agent_reasoning", "agent_reasoning_raw_content" -> {
                String text = notice.textOr("text", "");
                told.sayOnce("thought", text, Stream.EVENT, new Happening.AgentThought(text));
            }
            case "token_count" -> {
                Node.Fields about = notice.fields("info");
                told.usage(type, about.fields("total_token_usage"), about.fields("last_token_usage"));
            }
            case "task_started", "turn_started" -> told.turn(type);
            case "turn_aborted" -> aborted();
            case "context_compacted" -> told.compacted(Stream.EVENT, type);
            case "error" -> told.injected(Source.SYSTEM, "error", notice.textOr("message", ""));
            case "item_completed" -> new CodexCompletion(notice.fields("item"), told).tell();
            case "exec_command_end", "patch_apply_end", "mcp_tool_call_end" ->
                new CodexCompletion(notice, told).call(type);
            case "collab_agent_spawn_end" -> {
                told.note(type);
                told.startSubagent(notice.textOr("new_thread_id", ""), notice.textOr("prompt", ""));
            }
            case "collab_close_end" -> {
                told.note(type);
                told.endSubagent(notice.textOr("receiver_thread_id", ""));
            }
            default -> rest(type);
        }
    }

    private void rest(String type) {
        if (BOOKKEEPING.contains(type) || type.endsWith("_delta")) {
            told.note(type);
        } else {
            told.say(new Happening.Unread(
                    "a notice of the unknown type `" + type + "`", String.join(", ", notice.names())));
        }
    }

    private void prompt() {
        String text = notice.textOr("message", "");
        int images = notice.items("images").nodes().size()
                + notice.items("local_images").nodes().size();
        told.sayOnce("prompt", text, Stream.EVENT, new Happening.TaskGiven(text, images));
    }

    private void aborted() {
        String reason = notice.textOr("reason", "interrupted");
        if (reason.equals("interrupted") || reason.equals("replaced")) {
            told.say(new Happening.AgentInterrupted());
        } else {
            told.note("turn_aborted/" + reason);
        }
    }
}
