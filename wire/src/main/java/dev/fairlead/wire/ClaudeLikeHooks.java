package dev.fairlead.wire;

import dev.fairlead.core.event.Action;
import dev.fairlead.wire.Moment.Answered;
import dev.fairlead.wire.Moment.Call;
import dev.fairlead.wire.json.JsonWriter;
import dev.fairlead.wire.json.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Hooks that speak as Claude Code's do; several agents took them over. What an agent does otherwise stands in its
/// [Manner].
public final class ClaudeLikeHooks implements Hooks {

    private final Manner manner;

    /// @param manner what one agent does in its own way
    public ClaudeLikeHooks(Manner manner) {
        this.manner = manner;
    }

    /// What differs from agent to agent.
    public interface Manner {

        /// What a call does.
        Action action(String tool, Node.Fields arguments);

        /// What a tool answered.
        ///
        /// @param isFailure whether the agent's hook is the one for failures
        Answered answered(Call call, Node.Fields payload, boolean isFailure);

        /// The hooks whose additional context reaches the model.
        Set<String> listening();

        /// The key under which a payload has the id of its call.
        default String callKey() {
            return "tool_use_id";
        }

        /// Whether a call can be made to run with other arguments.
        default boolean rewrites() {
            return true;
        }

        /// Whether a run can be ended from its hooks.
        default boolean ends() {
            return true;
        }

        /// The person's words, where a payload has some.
        default Optional<String> prompt(Node.Fields payload) {
            return payload.text("prompt");
        }
    }

    @Override
    public HookCall hear(Node.Fields payload, String name) {
        String event = payload.textOr("hook_event_name", name);
        HookCall call = HookPayload.call(payload, event, "session_id", moment(payload, event));
        boolean isOfParent =
                call.moment() instanceof Moment.SubagentBegins || call.moment() instanceof Moment.SubagentStops;
        return isOfParent ? call.within(HookPayload.parent(payload, "session_id")) : call;
    }

    private Moment moment(Node.Fields payload, String event) {
        return switch (event) {
            case "SessionStart" -> new Moment.Begins(payload.textOr("source", ""));
            case "UserPromptSubmit" ->
                manner.prompt(payload)
                        .<Moment>map(Moment.Prompted::new)
                        .orElseGet(() -> new Moment.Other("UserPromptSubmit of a later request"));
            case "PreToolUse" -> new Moment.BeforeTool(List.of(call(payload)));
            case "PostToolUse" -> new Moment.AfterTool(List.of(manner.answered(call(payload), payload, false)));
            case "PostToolUseFailure" -> new Moment.AfterTool(List.of(manner.answered(call(payload), payload, true)));
            case "PermissionRequest" -> new Moment.AsksPermission(call(payload));
            case "Stop" ->
                new Moment.Stops(payload.textOr("last_assistant_message", ""), payload.isTrue("stop_hook_active"));
            case "SubagentStart" -> new Moment.SubagentBegins(HookPayload.session(payload, "session_id"));
            case "SubagentStop" ->
                new Moment.SubagentStops(
                        HookPayload.session(payload, "session_id"),
                        payload.textOr("last_assistant_message", ""),
                        payload.isTrue("stop_hook_active"));
            case "PostCompact" -> new Moment.Compacted(payload.textOr("trigger", ""));
            case "SessionEnd" -> new Moment.Ends(payload.textOr("reason", ""));
            case "" -> new Moment.NotUnderstood("a payload without `hook_event_name`");
            default -> new Moment.Other(event);
        };
    }

    private Call call(Node.Fields payload) {
        String tool = payload.textOr("tool_name", "");
        Arguments arguments = Arguments.of(payload.get("tool_input"));
        return new Call(
                HookPayload.id(payload, manner.callKey()).or(() -> HookPayload.id(payload, "tool_use_id")),
                tool,
                arguments.value(),
                manner.action(tool, arguments.fields()));
    }

    @Override
    public boolean rewrites() {
        return manner.rewrites();
    }

    @Override
    public boolean listens(HookCall call) {
        return manner.listening().contains(call.name());
    }

    @Override
    public String say(HookCall call, Reply reply) {
        return HookPayload.json(json -> {
            switch (call.moment()) {
                case Moment.BeforeTool _ -> beforeTool(json, call, reply);
                case Moment.AsksPermission _ -> permission(json, reply);
                case Moment.Stops _, Moment.SubagentStops _ ->
                    reply.sendBack()
                            .ifPresent(why -> json.text("decision", "block").text("reason", why));
                case Moment.Prompted _ -> {
                    reply.refusal()
                            .ifPresent(why -> json.text("decision", "block").text("reason", why));
                    guidance(json, call, reply);
                }
                case Moment.Begins _,
                        Moment.AfterTool _,
                        Moment.SubagentBegins _,
                        Moment.Compacted _,
                        Moment.Ends _,
                        Moment.Other _,
                        Moment.NotUnderstood _ -> guidance(json, call, reply);
            }
        });
    }

    private void beforeTool(JsonWriter json, HookCall call, Reply reply) {
        if (reply.end().isPresent() && manner.ends()) {
            json.flag("continue", false).text("stopReason", reply.end().get());
        }
        boolean isRewritten = manner.rewrites() && reply.arguments().isPresent();
        boolean isGuided = reply.guidance().isPresent() && listens(call);
        if (reply.refusal().isEmpty() && !isRewritten && !isGuided) {
            return;
        }
        json.object("hookSpecificOutput").text("hookEventName", call.name());
        if (reply.refusal().isPresent()) {
            json.text("permissionDecision", "deny")
                    .text("permissionDecisionReason", reply.refusal().get());
        } else if (isRewritten) {
            json.text("permissionDecision", "allow")
                    .value("updatedInput", reply.arguments().get());
        }
        if (isGuided) {
            json.text("additionalContext", reply.guidance().get());
        }
        json.endObject();
    }

    private static void permission(JsonWriter json, Reply reply) {
        reply.refusal()
                .ifPresent(why -> json.object("hookSpecificOutput")
                        .text("hookEventName", "PermissionRequest")
                        .object("decision")
                        .text("behavior", "deny")
                        .text("message", why)
                        .endObject()
                        .endObject());
    }

    private void guidance(JsonWriter json, HookCall call, Reply reply) {
        if (reply.guidance().isPresent() && listens(call)) {
            json.object("hookSpecificOutput")
                    .text("hookEventName", call.name())
                    .text("additionalContext", reply.guidance().get())
                    .endObject();
        }
    }
}
