package dev.fairlead.wire.gemini;

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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Gemini CLI's hooks. They give calls no id, and what is added before a tool reaches nobody.
final class GeminiHooks implements Hooks {

    private static final Set<String> LISTENING = Set.of("SessionStart", "BeforeAgent", "AfterTool");

    @Override
    public HookCall hear(Node.Fields payload, String name) {
        String event = payload.textOr("hook_event_name", name);
        return HookPayload.call(payload, event, "session_id", moment(payload, event));
    }

    private static Moment moment(Node.Fields payload, String event) {
        return switch (event) {
            case "SessionStart" -> new Moment.Begins(payload.textOr("source", ""));
            case "BeforeAgent" -> new Moment.Prompted(payload.textOr("prompt", ""));
            case "BeforeTool" -> new Moment.BeforeTool(List.of(call(payload)));
            case "AfterTool" -> new Moment.AfterTool(List.of(answered(payload)));
            case "AfterAgent" ->
                new Moment.Stops(payload.textOr("prompt_response", ""), payload.isTrue("stop_hook_active"));
            case "SessionEnd" -> new Moment.Ends(payload.textOr("reason", ""));
            case "" -> new Moment.NotUnderstood("a payload without `hook_event_name`");
            default -> new Moment.Other(event);
        };
    }

    private static Call call(Node.Fields payload) {
        String tool = payload.textOr("tool_name", "");
        Arguments arguments = Arguments.of(payload.get("tool_input"));
        return new Call(Optional.empty(), tool, arguments.value(), GeminiTools.action(tool, arguments.fields()));
    }

    private static Answered answered(Node.Fields payload) {
        Node.Fields response = payload.fields("tool_response");
        GeminiResult result = GeminiResult.of(response.get("llmContent"), response.has("error") ? "error" : "success");
        return new Answered(call(payload), result.outcome(), result.exitStatus(), result.text(), result.images());
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
                case Moment.Stops _ ->
                    reply.sendBack()
                            .ifPresent(why -> json.text("decision", "deny").text("reason", why));
                case Moment.Prompted _ -> {
                    reply.refusal()
                            .ifPresent(why -> json.text("decision", "deny").text("reason", why));
                    guidance(json, call, reply);
                }
                default -> guidance(json, call, reply);
            }
        });
    }

    private static void beforeTool(JsonWriter json, Reply reply) {
        reply.end().ifPresent(why -> json.flag("continue", false).text("stopReason", why));
        reply.refusal().ifPresent(why -> json.text("decision", "deny").text("reason", why));
        if (reply.refusal().isEmpty()) {
            reply.arguments()
                    .ifPresent(arguments -> json.object("hookSpecificOutput")
                            .value("tool_input", arguments)
                            .endObject());
        }
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
