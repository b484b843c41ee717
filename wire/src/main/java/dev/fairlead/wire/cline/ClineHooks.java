package dev.fairlead.wire.cline;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.wire.Clock;
import dev.fairlead.wire.Content;
import dev.fairlead.wire.HookCall;
import dev.fairlead.wire.HookPayload;
import dev.fairlead.wire.Hooks;
import dev.fairlead.wire.Moment;
import dev.fairlead.wire.Moment.Answered;
import dev.fairlead.wire.Moment.Call;
import dev.fairlead.wire.Reply;
import dev.fairlead.wire.json.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Cline's hooks. One call may run several commands; a refusal ends the whole run, for it knows no other.
final class ClineHooks implements Hooks {

    @Override
    public HookCall hear(Node.Fields payload, String name) {
        String event = payload.textOr("hookName", name);
        Node.Fields place = payload.fields("workspaceInfo");
        return new HookCall(
                event,
                session(payload),
                Clock.read(payload.textOr("timestamp", ""), Event.NO_TIME),
                HookPayload.filled(payload, "clineVersion"),
                Optional.empty(),
                HookPayload.filled(place, "rootPath"),
                HookPayload.filled(place, "latestGitBranchName"),
                Optional.empty(),
                moment(payload, event));
    }

    /// A sub-agent has a parent and works within the root session.
    private static SessionId session(Node.Fields payload) {
        SessionId root = HookPayload.filled(payload.fields("sessionContext"), "rootSessionId")
                .or(() -> HookPayload.filled(payload, "taskId"))
                .map(SessionId::new)
                .orElseGet(() -> new SessionId("unnamed"));
        return HookPayload.filled(payload, "parent_agent_id").isPresent()
                ? root.child(payload.textOr("agent_id", "agent"))
                : root;
    }

    private static Moment moment(Node.Fields payload, String event) {
        return switch (event) {
            case "agent_start", "TaskStart" -> new Moment.Begins("start");
            case "UserPromptSubmit" -> new Moment.Prompted(payload.textOr("prompt", ""));
            case "tool_call", "PreToolUse" -> new Moment.BeforeTool(calls(payload.fields("tool_call")));
            case "tool_result", "PostToolUse" -> new Moment.AfterTool(answers(payload.fields("tool_result")));
            case "agent_end", "TaskComplete" ->
                new Moment.Stops(payload.fields("turn").textOr("outputText", ""), false);
            case "SessionShutdown" -> new Moment.Ends("shutdown");
            case "" -> new Moment.NotUnderstood("a payload without `hookName`");
            default -> new Moment.Other(event);
        };
    }

    private static List<Call> calls(Node.Fields call) {
        String tool = call.textOr("name", "");
        List<Call> calls = new ArrayList<>();
        for (ClineTools.Part part : ClineTools.parts(tool, call.fields("input"))) {
            Optional<CallId> id = HookPayload.filled(call, "id").map(text -> ClineCalls.id(text, calls.size()));
            calls.add(new Call(id, tool, part.arguments(), part.action()));
        }
        return calls;
    }

    private static List<Answered> answers(Node.Fields result) {
        List<Call> calls = calls(result);
        List<Node> outputs = result.items("output").nodes();
        List<Answered> answers = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            answers.add(answered(calls.get(i), i < outputs.size() ? outputs.get(i) : result.get("output")));
        }
        return answers;
    }

    private static Answered answered(Call call, Node output) {
        if (!(output instanceof Node.Fields fields)) {
            return new Answered(
                    call,
                    Outcome.UNSTATED,
                    OptionalInt.empty(),
                    Content.of(output).text(),
                    0);
        }
        boolean hasFailed = fields.has("success") && !fields.isTrue("success");
        String text = fields.textOr("result", fields.textOr("error", ""));
        return new Answered(call, hasFailed ? Outcome.FAILED : Outcome.SUCCEEDED, OptionalInt.empty(), text, 0);
    }

    @Override
    public boolean listens(HookCall call) {
        return call.moment() instanceof Moment.BeforeTool || call.moment() instanceof Moment.AfterTool;
    }

    @Override
    public String say(HookCall call, Reply reply) {
        return HookPayload.json(json -> {
            if (call.moment() instanceof Moment.BeforeTool) {
                reply.refusal().ifPresent(why -> json.flag("cancel", true).text("errorMessage", why));
                reply.arguments().ifPresent(arguments -> json.value("overrideInput", arguments));
            }
            if (listens(call)) {
                reply.guidance().ifPresent(text -> json.text("contextModification", text));
            }
        });
    }
}
