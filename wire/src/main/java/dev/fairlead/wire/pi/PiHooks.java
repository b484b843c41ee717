package dev.fairlead.wire.pi;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Happening.ToolReturned;
import dev.fairlead.wire.Arguments;
import dev.fairlead.wire.Content;
import dev.fairlead.wire.HookCall;
import dev.fairlead.wire.HookPayload;
import dev.fairlead.wire.Hooks;
import dev.fairlead.wire.Moment;
import dev.fairlead.wire.Moment.Answered;
import dev.fairlead.wire.Moment.Call;
import dev.fairlead.wire.Reply;
import dev.fairlead.wire.json.Node;
import java.util.List;

/// pi's events, as our extension passes them on, and what it does with the answers.
final class PiHooks implements Hooks {

    @Override
    public HookCall hear(Node.Fields payload, String name) {
        String event = payload.textOr("hook_event_name", name);
        return HookPayload.call(payload, event, "session_id", moment(payload, event));
    }

    private static Moment moment(Node.Fields payload, String event) {
        return switch (event) {
            case "session_start" -> new Moment.Begins(payload.textOr("reason", ""));
            case "before_agent_start" -> new Moment.Prompted(payload.textOr("prompt", ""));
            case "tool_call" -> new Moment.BeforeTool(List.of(call(payload)));
            case "tool_result" -> new Moment.AfterTool(List.of(answered(payload)));
            case "agent_before_settle" ->
                new Moment.Stops(payload.textOr("said", ""), payload.isTrue("stop_hook_active"));
            case "session_compact" -> new Moment.Compacted(payload.textOr("trigger", ""));
            case "session_shutdown" -> new Moment.Ends("shutdown");
            case "" -> new Moment.NotUnderstood("a payload whose event nobody names");
            default -> new Moment.Other(event);
        };
    }

    private static Call call(Node.Fields payload) {
        String tool = payload.textOr("toolName", "");
        Arguments arguments = Arguments.of(payload.get("input"));
        return new Call(
                HookPayload.id(payload, "toolCallId"),
                tool,
                arguments.value(),
                PiTools.action(tool, arguments.fields()));
    }

    private static Answered answered(Node.Fields payload) {
        Call call = call(payload);
        Content content = Content.of(payload.get("content"));
        ToolReturned returned = PiTools.returned(
                call.id().orElseGet(() -> new CallId("unnamed")),
                call.tool(),
                payload.isTrue("isError"),
                content.text(),
                content.images());
        return new Answered(call, returned.outcome(), returned.exitStatus(), returned.text(), returned.images());
    }

    @Override
    public boolean listens(HookCall call) {
        return call.moment() instanceof Moment.AfterTool || call.moment() instanceof Moment.Prompted;
    }

    @Override
    public String say(HookCall call, Reply reply) {
        return HookPayload.json(json -> {
            if (call.moment() instanceof Moment.BeforeTool) {
                reply.refusal().ifPresent(why -> json.flag("block", true).text("reason", why));
                reply.arguments().ifPresent(arguments -> json.value("input", arguments));
            } else if (call.moment() instanceof Moment.Stops) {
                reply.sendBack().ifPresent(why -> json.text("continue", why));
            }
            if (listens(call)) {
                reply.guidance().ifPresent(text -> json.text("append", text));
            }
        });
    }
}
