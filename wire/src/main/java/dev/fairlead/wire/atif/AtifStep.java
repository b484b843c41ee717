package dev.fairlead.wire.atif;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ContextInjected;
import dev.fairlead.core.event.Happening.ContextInjected.Source;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.wire.Arguments;
import dev.fairlead.wire.CommonTools;
import dev.fairlead.wire.Content;
import dev.fairlead.wire.Narrator;
import dev.fairlead.wire.Usage;
import dev.fairlead.wire.events.EventReader;
import dev.fairlead.wire.json.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One step of a trajectory: words of the person, of the system, or of the agent with its calls and their results.
final class AtifStep {

    private static final String CONVERTERS_WORDS = "Executed ";
    private static final String CONVERTERS_FLAG = "\n\n[error] tool reported failure";
    private static final String CONVERTERS_NOTES = "\n\n[metadata] {";

    /// Under what name our own export keeps what the format has no place for.
    private static final String OURS = "fairlead";

    private static final Set<String> TOLD_OTHERWISE =
            Set.of("session-started", "subagent-started", "subagent-ended", "noted", "unread");

    private final Node.Fields step;
    private final String model;
    private final Map<String, SessionId> children;
    private final Narrator narrator;
    private final List<String> called = new ArrayList<>();

    /// @param model the model's name, where a step does not say it
    /// @param children the sessions of the sub-agents in the same document, by name
    AtifStep(Node.Fields step, String model, Map<String, SessionId> children, Narrator narrator) {
        this.step = step;
        this.model = model;
        this.children = children;
        this.narrator = narrator;
    }

    void tell() {
        narrator.time(step.textOr("timestamp", ""));
        Content message = Content.of(step.get("message"));
        if (step.isTrue("is_copied_context")) {
            narrator.note("copied context");
            return;
        }
        switch (step.textOr("source", "")) {
            case "user" ->
                narrator.say(new Happening.TaskGiven(
                        message.text(), ours(step).integer("images").orElse(message.images())));
            case "system" -> system(message.text());
            case "agent" -> agent(message.text());
            default ->
                narrator.unread(
                        "a step of the unknown source `%s`".formatted(step.textOr("source", "")), message.text());
        }
        results();
        others(ours(step), narrator);
        narrator.close("step");
    }

    /// What our own export keeps beside what the format has a place for.
    static Node.Fields ours(Node.Fields part) {
        return part.fields("extra").fields(OURS);
    }

    /// Says what happened besides and is no step of the format. Sub-agents are told by their own trajectories.
    static void others(Node.Fields ours, Narrator narrator) {
        for (Node each : ours.items("events").nodes()) {
            if (each instanceof Node.Fields event && !TOLD_OTHERWISE.contains(event.textOr("event", ""))) {
                EventReader.carried(event).ifPresent(narrator::say);
            }
        }
    }

    private void system(String text) {
        Source source = EventReader.constant(Source.class, ours(step).textOr("source", ""))
                .orElse(step.fields("extra").has("hook_event") ? Source.HOOK : Source.SYSTEM);
        narrator.say(new ContextInjected(source, ours(step).textOr("name", ""), text));
    }

    private void agent(String text) {
        narrator.works(step.fields("extra").textOr("cwd", ""));
        narrator.used(step.textOr("model_name", model), Usage.of(step.fields("metrics")));
        narrator.thought(step.textOr("reasoning_content", ""));
        List<Node> calls = step.items("tool_calls").nodes();
        if (!isConverters(text, calls)) {
            narrator.spoke(text);
        }
        for (Node each : calls) {
            if (each instanceof Node.Fields call) {
                String tool = call.textOr("function_name", "");
                Arguments arguments = Arguments.of(call.get("arguments"));
                Action action = CommonTools.action(tool, arguments);
                called.add(call.textOr("tool_call_id", ""));
                narrator.called(call.textOr("tool_call_id", ""), tool, arguments.value(), action);
            }
        }
    }

    /// Whether a text is what a converter wrote where the agent said nothing: `Executed`, the tool and the call.
    private static boolean isConverters(String text, List<Node> calls) {
        return text.startsWith(CONVERTERS_WORDS)
                && calls.size() == 1
                && calls.getFirst() instanceof Node.Fields call
                && text.equals(
                        CONVERTERS_WORDS + call.textOr("function_name", "") + " " + call.textOr("tool_call_id", ""));
    }

    private void results() {
        for (Node each : step.fields("observation").items("results").nodes()) {
            if (each instanceof Node.Fields result) {
                result(result);
            }
        }
    }

    /// A result names its call; one that names none belongs to the step's only call, or is news from elsewhere.
    private void result(Node.Fields result) {
        Content content = Content.of(result.get("content"));
        for (Node each : result.items("subagent_trajectory_ref").nodes()) {
            if (each instanceof Node.Fields reference) {
                child(reference);
            }
        }
        if (result.has("subagent_trajectory_ref") && !result.has("content") && !result.has("source_call_id")) {
            return;
        }
        String id = result.text("source_call_id").orElse(called.isEmpty() ? "" : called.getFirst());
        boolean isOfNoCall = called.isEmpty() && !narrator.isOpen(id) || id.isBlank() && !narrator.isOpen("");
        if (isOfNoCall) {
            narrator.say(new ContextInjected(Source.SYSTEM, "observation", content.text()));
        } else {
            narrator.returned(
                    id,
                    EventReader.constant(Outcome.class, ours(result).textOr("outcome", ""))
                            .orElse(outcome(result)),
                    ours(result).integer("exitStatus"),
                    cleaned(content.text()),
                    ours(result).integer("images").orElse(content.images()));
        }
    }

    /// The format has no flag; the converters of known agents keep theirs in what is left to them.
    private Outcome outcome(Node.Fields result) {
        Node.Fields own = result.fields("extra");
        Node.Fields extra = own.has("is_error") || own.has("tool_result_is_error") ? own : step.fields("extra");
        Node.Fields metadata = extra.fields("tool_result_metadata");
        if (extra.isTrue("tool_result_is_error") || extra.isTrue("is_error") || metadata.isTrue("is_error")) {
            return Outcome.FAILED;
        }
        boolean isStated =
                extra.has("tool_result_is_error") || extra.has("is_error") || metadata.has("raw_tool_result");
        return isStated ? Outcome.SUCCEEDED : Outcome.UNSTATED;
    }

    /// A result without what a converter adds to it.
    private static String cleaned(String text) {
        int notes = text.lastIndexOf(CONVERTERS_NOTES);
        String kept = notes < 0 ? text : text.substring(0, notes);
        return kept.endsWith(CONVERTERS_FLAG) ? kept.substring(0, kept.length() - CONVERTERS_FLAG.length()) : kept;
    }

    private void child(Node.Fields reference) {
        String name = reference
                .text("trajectory_id")
                .or(() -> reference.text("session_id"))
                .or(() -> reference.text("trajectory_path"))
                .orElse("");
        if (!name.isBlank()) {
            SessionId child = children.getOrDefault(name, narrator.session().child(name));
            narrator.say(new Happening.SubagentStarted(child, ""));
            narrator.say(new Happening.SubagentEnded(child));
        }
    }
}
