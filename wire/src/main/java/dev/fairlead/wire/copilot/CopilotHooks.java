package dev.fairlead.wire.copilot;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening.ToolReturned;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.wire.Arguments;
import dev.fairlead.wire.HookCall;
import dev.fairlead.wire.HookPayload;
import dev.fairlead.wire.Hooks;
import dev.fairlead.wire.Moment;
import dev.fairlead.wire.Moment.Answered;
import dev.fairlead.wire.Moment.Call;
import dev.fairlead.wire.Reply;
import dev.fairlead.wire.json.JsonWriter;
import dev.fairlead.wire.json.Node;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Copilot CLI's hooks, in the spelling that begins with a small letter. They give calls no id, and do not state their
/// own names.
final class CopilotHooks implements Hooks {

    private static final Set<String> LISTENING =
            Set.of("sessionStart", "userPromptSubmitted", "preToolUse", "postToolUse", "postToolUseFailure");

    @Override
    public HookCall hear(Node.Fields payload, String name) {
        String event = payload.textOr("hookName", name);
        OptionalLong millis = payload.number("timestamp");
        return new HookCall(
                event,
                HookPayload.parent(payload, "sessionId"),
                millis.isPresent() ? Instant.ofEpochMilli(millis.getAsLong()) : Event.NO_TIME,
                Optional.empty(),
                Optional.empty(),
                HookPayload.filled(payload, "cwd"),
                Optional.empty(),
                HookPayload.filled(payload, "transcriptPath"),
                moment(payload, event));
    }

    private static Moment moment(Node.Fields payload, String event) {
        return switch (event) {
            case "sessionStart" -> new Moment.Begins(payload.textOr("source", ""));
            case "userPromptSubmitted" -> new Moment.Prompted(payload.textOr("prompt", ""));
            case "preToolUse" -> new Moment.BeforeTool(List.of(call(payload, "toolArgs")));
            case "postToolUse" -> new Moment.AfterTool(List.of(answered(payload)));
            case "postToolUseFailure" -> new Moment.AfterTool(List.of(failed(payload)));
            case "permissionRequest" -> new Moment.AsksPermission(call(payload, "toolInput"));
            case "agentStop" -> new Moment.Stops("", payload.isTrue("stop_hook_active"));
            case "sessionEnd" -> new Moment.Ends(payload.textOr("reason", ""));
            case "" -> new Moment.NotUnderstood("a payload whose hook nobody names");
            default -> new Moment.Other(event);
        };
    }

    private static Call call(Node.Fields payload, String key) {
        String tool = payload.textOr("toolName", "");
        Arguments arguments = Arguments.of(payload.get(key));
        return new Call(Optional.empty(), tool, arguments.value(), CopilotTools.action(tool, arguments.fields()));
    }

    private static Answered answered(Node.Fields payload) {
        Node.Fields result = payload.fields("toolResult");
        ToolReturned returned = CopilotResults.ofText(
                new CallId("unnamed"),
                result.textOr("textResultForLlm", ""),
                result.textOr("resultType", "").equals("success"));
        return new Answered(call(payload, "toolArgs"), returned.outcome(), returned.exitStatus(), returned.text(), 0);
    }

    private static Answered failed(Node.Fields payload) {
        ToolReturned returned = CopilotResults.ofText(new CallId("unnamed"), payload.textOr("error", ""), false);
        return new Answered(call(payload, "toolArgs"), Outcome.FAILED, returned.exitStatus(), returned.text(), 0);
    }

    @Override
    public boolean listens(HookCall call) {
        return LISTENING.contains(call.name());
    }

    @Override
    public String say(HookCall call, Reply reply) {
        return HookPayload.json(json -> {
            switch (call.moment()) {
                case Moment.BeforeTool _ -> beforeTool(json, reply);
                case Moment.AsksPermission _ ->
                    reply.refusal()
                            .ifPresent(why -> json.text("behavior", "deny").text("message", why));
                case Moment.Stops _ ->
                    reply.sendBack()
                            .ifPresent(why -> json.text("decision", "block").text("reason", why));
                case Moment.Prompted _ -> {
                    reply.refusal()
                            .ifPresent(why -> json.text("decision", "block").text("reason", why));
                    guidance(json, call, reply);
                }
                default -> guidance(json, call, reply);
            }
        });
    }

    private void beforeTool(JsonWriter json, Reply reply) {
        if (reply.refusal().isPresent()) {
            json.text("permissionDecision", "deny")
                    .text("permissionDecisionReason", reply.refusal().get());
        } else {
            reply.arguments().ifPresent(arguments -> json.value("modifiedArgs", arguments));
        }
        reply.guidance().ifPresent(text -> json.text("additionalContext", text));
    }

    private void guidance(JsonWriter json, HookCall call, Reply reply) {
        if (listens(call)) {
            reply.guidance().ifPresent(text -> json.text("additionalContext", text));
        }
    }
}
