package dev.fairlead.wire.copilot;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ContextInjected.Source;
import dev.fairlead.core.event.Tokens;
import dev.fairlead.wire.json.Node;
import java.util.Set;

/// One record of a session, told as events.
final class CopilotRecord {

    /// What the types of the client begin with, before the dot.
    private static final Set<String> FAMILIES = Set.of(
            "session",
            "user",
            "assistant",
            "tool",
            "system",
            "hook",
            "permission",
            "subagent",
            "skill",
            "model",
            "elicitation",
            "user_input",
            "external_tool",
            "exit_plan_mode",
            "command",
            "commands",
            "mcp",
            "mcp_app",
            "sampling",
            "capabilities",
            "auto_mode_switch",
            "session_limits_exhausted",
            "canvas",
            "extensions");

    private final Node.Fields record;
    private final Node.Fields data;
    private final CopilotTranscript.Told told;

    CopilotRecord(Node.Fields record, CopilotTranscript.Told told) {
        this.record = record;
        this.data = record.fields("data");
        this.told = told;
    }

    /// Whether a type is one of the client's, known or not.
    static boolean isFamily(String type) {
        int dot = type.indexOf('.');
        return type.equals("abort") || dot > 0 && FAMILIES.contains(type.substring(0, dot));
    }

    void tell() {
        String type = record.textOr("type", "");
        switch (type) {
            case "user.message" -> new CopilotPrompt(record, told).person();
            case "system.message" -> new CopilotPrompt(record, told).system();
            case "system.notification" ->
                told.injected(Source.SYSTEM, data.fields("kind").textOr("type", ""), data.textOr("content", ""));
            case "skill.invoked" ->
                told.injected(Source.ATTACHMENT, data.textOr("name", ""), data.textOr("content", ""));
            case "hook.end" -> new CopilotPrompt(record, told).hook();
            case "assistant.message" -> new CopilotAnswer(data, told).tell();
            case "tool.user_requested" -> personsCall();
            case "tool.execution_start" -> new CopilotAnswer(data, told).start();
            case "tool.execution_complete" -> result();
            case "permission.requested" -> asked();
            case "permission.completed" -> answered();
            case "subagent.started" -> {
                told.startSubagent(callId(), data.textOr("agentDescription", ""));
                told.note(type);
            }
            case "subagent.completed", "subagent.failed" -> {
                told.endSubagent(callId());
                told.note(type);
            }
            case "abort" -> aborted();
            case "result" -> told.note(type);
            default -> session(type);
        }
    }

    private void session(String type) {
        switch (type) {
            case "session.resume" -> told.workplace(type, data.fields("context"));
            case "session.context_changed" -> told.workplace(type, data);
            case "session.usage_record" -> {
                Node.Fields usage = data.fields("usage");
                String model = usage.textOr("model", "");
                tokens(type, model, told.usage().ofOne(model, usage));
            }
            case "session.shutdown" -> shutdown();
            case "session.compaction_complete" -> compacted();
            case "session.handoff" -> told.injected(Source.SUMMARY, type, data.textOr("summary", ""));
            case "session.error" ->
                told.injected(Source.SYSTEM, data.textOr("errorType", "error"), data.textOr("message", ""));
            default -> rest(type);
        }
    }

    /// What lives only as long as the client shows it is of no consequence, whatever it is.
    private void rest(String type) {
        if (record.isTrue("ephemeral") || CopilotBookkeeping.holds(type)) {
            told.note(type);
        } else {
            told.say(new Happening.Unread(
                    type.isEmpty() ? "a record without a type" : "a record of the unknown type `" + type + "`",
                    String.join(", ", data.names())));
        }
    }

    private CallId callId() {
        return told.callId(data.textOr("toolCallId", ""));
    }

    private void personsCall() {
        Node.Fields arguments = data.fields("arguments");
        told.calls().madeByPerson(callId());
        String line = arguments.textOr("command", "");
        told.injected(Source.PERSON_COMMAND, data.textOr("toolName", ""), line);
    }

    private void result() {
        CallId call = callId();
        if (told.calls().isPersons(call)) {
            told.injected(
                    Source.PERSON_COMMAND,
                    "",
                    CopilotResults.returned(data, call, false).text());
        } else {
            told.say(CopilotResults.returned(data, call, told.calls().isRefused(call)));
        }
    }

    private void asked() {
        Node.Fields request = data.fields("permissionRequest");
        CallId call = told.callId(request.textOr("toolCallId", ""));
        told.say(new Happening.ApprovalAsked(call, request.textOr("intention", request.textOr("kind", ""))));
    }

    private void answered() {
        String kind = data.fields("result").textOr("kind", "");
        CallId call = callId();
        boolean isPerson = !data.textOr("decisionSource", "").contains("unattended") && !kind.contains("rule");
        if (kind.startsWith("denied-interactively")) {
            told.calls().refused(call);
        }
        told.say(new Happening.ApprovalAnswered(call, kind.startsWith("approved"), isPerson ? "person" : kind));
    }

    private void aborted() {
        String reason = data.textOr("reason", "");
        if (reason.startsWith("user")) {
            told.say(new Happening.AgentInterrupted());
        } else {
            told.note("abort/" + reason);
        }
    }

    private void compacted() {
        if (!data.isTrue("success")) {
            told.note("session.compaction_complete");
            return;
        }
        told.say(new Happening.ContextCompacted(
                data.textOr("trigger", "unstated"),
                Math.max(0, data.number("preCompactionTokens").orElse(0))));
        data.text("summaryContent").ifPresent(summary -> told.injected(Source.SUMMARY, "", summary));
    }

    private void shutdown() {
        Node.Fields metrics = data.fields("modelMetrics");
        for (String model : metrics.names()) {
            Tokens added = told.usage().ofTotal(model, metrics.fields(model).fields("usage"));
            if (!added.equals(Tokens.NONE)) {
                told.say(new Happening.TokensUsed(model, added));
            }
        }
        told.say(new Happening.SessionEnded(data.textOr("shutdownType", "unstated")));
    }

    private void tokens(String type, String model, Tokens used) {
        if (used.equals(Tokens.NONE)) {
            told.note(type);
        } else {
            told.say(new Happening.TokensUsed(model, used));
        }
    }
}
