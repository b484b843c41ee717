package dev.fairlead.wire.trae;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Happening.ContextInjected;
import dev.fairlead.core.event.Happening.ContextInjected.Source;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.wire.Arguments;
import dev.fairlead.wire.CommonTools;
import dev.fairlead.wire.Narrator;
import dev.fairlead.wire.Usage;
import dev.fairlead.wire.json.Node;
import java.util.OptionalInt;

/// One step of Trae Agent: what the model was shown, its answer, its calls and their results.
///
/// The results of a step stand in it, and again in what the model is shown in the next one; where the client broke
/// down between the two, only there.
final class TraeStep {

    private static final String DONE = "task_done";

    private final Node.Fields step;
    private final String model;
    private final Narrator narrator;

    /// @param model the model's name, where an answer does not say it
    TraeStep(Node.Fields step, String model, Narrator narrator) {
        this.step = step;
        this.model = model;
        this.narrator = narrator;
    }

    void tell() {
        for (Node each : step.items("llm_messages").nodes()) {
            if (each instanceof Node.Fields message) {
                shown(message);
            }
        }
        narrator.time(step.textOr("timestamp", ""));
        answer(step.fields("llm_response"));
        for (Node each : step.items("tool_results").nodes()) {
            if (each instanceof Node.Fields result) {
                returned(result);
            }
        }
        step.text("error")
                .filter(error -> !error.isBlank())
                .ifPresent(error -> narrator.say(new ContextInjected(Source.SYSTEM, "error", error)));
        narrator.close("step");
    }

    /// A text in the person's name after the first answer is the client's own; the task stands in the document.
    private void shown(Node.Fields message) {
        if (message.get("tool_result") instanceof Node.Fields result) {
            returned(result);
        } else if (message.textOr("role", "").equals("system")) {
            narrator.say(new ContextInjected(Source.SYSTEM, "", message.textOr("content", "")));
        } else if (step.number("step_number").orElse(1) > 1) {
            narrator.say(new ContextInjected(Source.HOOK, "client", message.textOr("content", "")));
        }
    }

    private void answer(Node.Fields answer) {
        narrator.used(answer.textOr("model", model), Usage.of(answer.fields("usage")));
        narrator.spoke(answer.textOr("content", ""));
        Node.Items own = answer.items("tool_calls");
        Node.Items calls = own.nodes().isEmpty() ? step.items("tool_calls") : own;
        for (Node each : calls.nodes()) {
            if (each instanceof Node.Fields call) {
                called(call);
            }
        }
    }

    /// The last call hands in the work; the words that come with it are the agent's last.
    private void called(Node.Fields call) {
        String tool = call.textOr("name", "");
        Arguments arguments = Arguments.of(call.get("arguments"));
        if (tool.equals(DONE)) {
            narrator.spoke(arguments.fields().textOr("message", ""));
        }
        if (tool.equals("sequentialthinking")) {
            narrator.thought(arguments.fields().textOr("thought", ""));
        }
        Action action = CommonTools.action(tool, arguments);
        narrator.called(call.textOr("call_id", ""), tool, arguments.value(), action);
    }

    private void returned(Node.Fields result) {
        String id = result.textOr("call_id", "");
        if (!id.isBlank() && !narrator.isOpen(id)) {
            return;
        }
        String text = result.textOr("result", "");
        String error = result.textOr("error", "");
        String both = text.isBlank() || error.isBlank() ? text + error : text + "\n" + error;
        Outcome outcome = result.isTrue("success") ? Outcome.SUCCEEDED : Outcome.FAILED;
        narrator.returned(id, result.has("success") ? outcome : Outcome.UNSTATED, OptionalInt.empty(), both, 0);
    }
}
