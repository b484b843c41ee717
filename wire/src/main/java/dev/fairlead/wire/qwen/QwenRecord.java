package dev.fairlead.wire.qwen;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ContextInjected.Source;
import dev.fairlead.core.event.Happening.ToolCalled;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.event.Tokens;
import dev.fairlead.wire.Chronicle.Told;
import dev.fairlead.wire.gemini.GeminiResult;
import dev.fairlead.wire.gemini.GeminiTools;
import dev.fairlead.wire.json.Node;
import java.util.OptionalInt;
import java.util.Set;

/// One record of a session, told as events.
final class QwenRecord {

    /// System records of the client's own bookkeeping.
    private static final Set<String> BOOKKEEPING = Set.of(
            "ui_telemetry",
            "attribution_snapshot",
            "file_history_snapshot",
            "custom_title",
            "branch_checkpoint",
            "rewind",
            "session_model",
            "parent_session",
            "session_source",
            "session_sources_snapshot",
            "session_artifact_event",
            "session_artifact_snapshot",
            "turn_result",
            "user_text_elements",
            "at_command",
            "background_task_completed",
            "goal_state",
            "goal_turn_end",
            "agent_session_ready",
            "agent_bootstrap",
            "agent_launch_prompt",
            "agent_retry");

    private final Node.Fields record;
    private final Told told;

    QwenRecord(Node.Fields record, Told told) {
        this.record = record;
        this.told = told;
    }

    void tell() {
        String type = record.textOr("type", "");
        switch (type) {
            case "user" -> new QwenPrompt(record, told).tell();
            case "assistant" -> answer();
            case "tool_result" -> results();
            case "system" -> system(record.textOr("subtype", ""), record.fields("systemPayload"));
            default ->
                told.unread(
                        type.isEmpty() ? "a record without a type" : "a record of the unknown type `" + type + "`",
                        record);
        }
        if (!told.hasSpoken()) {
            told.note(type + "/empty");
        }
    }

    private void answer() {
        for (Node each : record.fields("message").items("parts").nodes()) {
            if (!(each instanceof Node.Fields part)) {
                continue;
            }
            if (part.get("functionCall") instanceof Node.Fields call) {
                String tool = call.textOr("name", "unnamed");
                Node.Fields arguments = call.fields("args");
                told.called(new ToolCalled(
                        told.callId(call.textOr("id", "")),
                        tool,
                        Node.arguments(arguments),
                        GeminiTools.action(tool, arguments)));
            } else if (part.isTrue("thought")) {
                told.say(new Happening.AgentThought(part.textOr("text", "")));
            } else if (part.has("text")) {
                told.say(new Happening.AgentSpoke(part.textOr("text", "")));
            } else {
                told.unread("a part of an answer that is neither text nor a call", part);
            }
        }
        told.used(record.textOr("model", ""), record.textOr("uuid", ""), tokens(record.fields("usageMetadata")));
    }

    private void results() {
        Node.Fields result = record.fields("toolCallResult");
        for (Node each : record.fields("message").items("parts").nodes()) {
            if (each instanceof Node.Fields part && part.get("functionResponse") instanceof Node.Fields response) {
                String id = response.textOr("id", result.textOr("callId", ""));
                result(told.callId(id), GeminiResult.of(part, result.textOr("status", "")), result);
            }
        }
        if (!told.hasSpoken() && result.text("callId").isPresent()) {
            Node answer = record.fields("message").get("parts");
            GeminiResult read = GeminiResult.of(answer, result.textOr("status", ""));
            result(told.callId(result.textOr("callId", "")), read, result);
        }
    }

    private void result(CallId call, GeminiResult read, Node.Fields result) {
        Node.Fields display = result.fields("resultDisplay");
        boolean isDenied = result.textOr("errorType", "").equals("execution_denied");
        OptionalInt status = display.integer("exitCode").isPresent() ? display.integer("exitCode") : read.exitStatus();
        boolean isDenial = isDenied && read.outcome() == Outcome.FAILED;
        read.with(isDenial ? Outcome.DENIED : read.outcome(), status).tell(call, told);
        display.text("subagentName").ifPresent(name -> {
            SessionId child = told.session().child(name + "-" + call.value());
            told.startSubagent(child, display.textOr("taskPrompt", ""));
            told.endSubagent(child);
        });
    }

    private void system(String subtype, Node.Fields payload) {
        switch (subtype) {
            case "chat_compression" -> {
                long before =
                        payload.fields("info").number("originalTokenCount").orElse(0);
                told.say(new Happening.ContextCompacted("unstated", before));
            }
            case "slash_command" -> {
                if (payload.textOr("phase", "").equals("invocation")) {
                    told.injected(Source.PERSON_COMMAND, "", payload.textOr("rawCommand", ""));
                } else {
                    told.note("system/slash_command");
                }
            }
            case "omni_recall" -> told.injected(Source.SYSTEM, subtype, payload.textOr("reminder", ""));
            default -> {
                if (BOOKKEEPING.contains(subtype)) {
                    told.note("system/" + subtype);
                } else {
                    told.unread("a system record of the unknown subtype `" + subtype + "`", record);
                }
            }
        }
    }

    /// The client counts cached tokens as input as well; whether thoughts are part of the output depends on the
    /// service, so that only the total is to be trusted.
    private static Tokens tokens(Node.Fields counts) {
        long cached = counts.number("cachedContentTokenCount").orElse(0);
        long input = counts.number("promptTokenCount").orElse(0);
        long output = counts.number("candidatesTokenCount").orElse(0);
        long written = counts.number("totalTokenCount").orElse(0) - input;
        return new Tokens(Math.max(0, input - cached), cached, 0, Math.max(output, written));
    }
}
