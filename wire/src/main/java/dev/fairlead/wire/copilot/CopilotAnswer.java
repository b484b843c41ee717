package dev.fairlead.wire.copilot;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ToolCalled;
import dev.fairlead.core.event.Tokens;
import dev.fairlead.core.event.Value;
import dev.fairlead.wire.json.Node;
import java.util.Map;

/// An answer of the model: its thoughts, its words and its calls, each of which is stated again where it begins.
final class CopilotAnswer {

    private final Node.Fields data;
    private final CopilotTranscript.Told told;

    CopilotAnswer(Node.Fields data, CopilotTranscript.Told told) {
        this.data = data;
        this.told = told;
    }

    void tell() {
        boolean isSilent = true;
        if (data.has("reasoningText") || data.has("reasoningOpaque")) {
            isSilent = false;
            told.say(new Happening.AgentThought(data.textOr("reasoningText", "")));
        }
        String text = data.textOr("content", "");
        if (!text.isBlank()) {
            isSilent = false;
            told.say(new Happening.AgentSpoke(text));
        }
        for (Node each : data.items("toolRequests").nodes()) {
            if (each instanceof Node.Fields request) {
                isSilent &= !called(request, "name");
            }
        }
        if (isSilent) {
            told.note("assistant.message");
        }
        String model = data.textOr("model", "");
        Tokens used = told.usage().ofOne(model, data);
        if (!used.equals(Tokens.NONE)) {
            told.say(new Happening.TokensUsed(model, used));
        }
    }

    /// A call begins: it is told here only if no answer stated it.
    void start() {
        if (!called(data, "toolName")) {
            told.note("tool.execution_start");
        }
    }

    private boolean called(Node.Fields request, String key) {
        CallId call = told.callId(request.textOr("toolCallId", ""));
        String tool = request.textOr(key, "unnamed");
        Node given = request.get("arguments");
        Action action = given instanceof Node.Text text
                ? CopilotTools.ofText(tool, text.value())
                : CopilotTools.action(tool, request.fields("arguments"));
        String task = action instanceof Action.Delegate delegate ? delegate.task() : "";
        if (!told.calls().isNew(call, task)) {
            return false;
        }
        Value.Fields arguments = given instanceof Node.Text text
                ? Value.Fields.of(Map.of("input", new Value.Text(text.value())))
                : Node.arguments(request.fields("arguments"));
        told.say(new ToolCalled(call, tool, arguments, action));
        return true;
    }
}
