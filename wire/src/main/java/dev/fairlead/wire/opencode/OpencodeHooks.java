package dev.fairlead.wire.opencode;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.event.SessionId;
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
import java.util.Optional;
import java.util.OptionalInt;

/// opencode's hooks, as our plugin passes them on, and what it does with the answers.
final class OpencodeHooks implements Hooks {

    @Override
    public HookCall hear(Node.Fields payload, String name) {
        String event = payload.textOr("hook_event_name", name);
        return new HookCall(
                event.equals("event") ? payload.fields("event").textOr("type", event) : event,
                session(payload),
                Event.NO_TIME,
                Optional.empty(),
                Optional.empty(),
                HookPayload.filled(payload, "directory"),
                Optional.empty(),
                Optional.empty(),
                moment(payload, event));
    }

    private static SessionId session(Node.Fields payload) {
        Node.Fields properties = payload.fields("event").fields("properties");
        return HookPayload.filled(payload.fields("input"), "sessionID")
                .or(() -> HookPayload.filled(payload.fields("output").fields("message"), "sessionID"))
                .or(() -> HookPayload.filled(properties, "sessionID"))
                .or(() -> HookPayload.filled(properties.fields("info"), "id"))
                .map(SessionId::new)
                .orElseGet(() -> new SessionId("unnamed"));
    }

    private static Moment moment(Node.Fields payload, String event) {
        return switch (event) {
            case "chat.message" ->
                new Moment.Prompted(
                        Content.of(payload.fields("output").get("parts")).text());
            case "tool.execute.before" ->
                new Moment.BeforeTool(
                        List.of(call(payload, payload.fields("output").get("args"))));
            case "tool.execute.after" -> new Moment.AfterTool(List.of(answered(payload)));
            case "event" -> ofEvent(payload.fields("event"));
            case "" -> new Moment.NotUnderstood("a payload whose hook nobody names");
            default -> new Moment.Other(event);
        };
    }

    private static Moment ofEvent(Node.Fields event) {
        return switch (event.textOr("type", "")) {
            case "session.created" -> new Moment.Begins("created");
            case "session.idle" -> new Moment.Stops(event.textOr("said", ""), event.isTrue("again"));
            case "session.compacted" -> new Moment.Compacted("");
            default -> new Moment.Other(event.textOr("type", "event"));
        };
    }

    private static Call call(Node.Fields payload, Node args) {
        Node.Fields input = payload.fields("input");
        String tool = input.textOr("tool", "");
        Arguments arguments = Arguments.of(args);
        return new Call(
                HookPayload.id(input, "callID"),
                tool,
                arguments.value(),
                OpencodeTools.action(tool, arguments.fields()));
    }

    private static Answered answered(Node.Fields payload) {
        Node.Fields output = payload.fields("output");
        OptionalInt status = output.fields("metadata").integer("exit");
        boolean hasFailed = status.orElse(0) != 0;
        return new Answered(
                call(payload, payload.fields("input").get("args")),
                hasFailed ? Outcome.FAILED : Outcome.SUCCEEDED,
                status,
                output.textOr("output", ""),
                0);
    }

    @Override
    public boolean listens(HookCall call) {
        return call.moment() instanceof Moment.AfterTool || call.moment() instanceof Moment.Prompted;
    }

    @Override
    public String say(HookCall call, Reply reply) {
        return HookPayload.json(json -> {
            if (call.moment() instanceof Moment.BeforeTool) {
                reply.refusal().ifPresent(why -> json.text("deny", why));
                reply.arguments().ifPresent(arguments -> json.value("args", arguments));
            } else if (call.moment() instanceof Moment.Stops) {
                reply.sendBack().ifPresent(why -> json.text("continue", why));
            }
            if (listens(call)) {
                reply.guidance().ifPresent(text -> json.text("append", text));
            }
        });
    }
}
