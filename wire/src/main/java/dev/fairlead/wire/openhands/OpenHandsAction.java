package dev.fairlead.wire.openhands;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Action.Replacement;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ContextInjected;
import dev.fairlead.core.event.Value;
import dev.fairlead.wire.Narrator;
import dev.fairlead.wire.Usage;
import dev.fairlead.wire.json.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// An event that is an action: somebody spoke, or the agent called a tool.
final class OpenHandsAction {

    /// What the client adds to the arguments of a call.
    private static final Set<String> CLIENTS_OWN = Set.of(
            "thought",
            "hidden",
            "blocking",
            "confirmation_state",
            "security_risk",
            "impl_source",
            "kernel_init_code",
            "include_extra",
            "is_static",
            "cwd",
            "timeout");
    private static final Set<String> BOOKKEEPING = Set.of("recall", "change_agent_state", "null", "push", "send_pr");

    private final Node.Fields event;
    private final Node.Fields arguments;
    private final Narrator narrator;

    OpenHandsAction(Node.Fields event, Narrator narrator) {
        this.event = event;
        this.arguments = event.fields("args");
        this.narrator = narrator;
    }

    void tell() {
        usage();
        String kind = event.textOr("action", "null");
        switch (kind) {
            case "message" -> message();
            case "system" -> injected(ContextInjected.Source.SYSTEM, arguments.textOr("content", ""));
            case "think" -> {
                narrator.thought(arguments.textOr("thought", ""));
                call(kind);
            }
            case "finish", "reject" -> {
                narrator.spoke(arguments.textOr("final_thought", arguments.textOr("thought", "")));
                narrator.close(kind);
            }
            case "condensation" -> {
                narrator.say(new Happening.ContextCompacted("auto", 0));
                injected(ContextInjected.Source.SUMMARY, arguments.textOr("summary", ""));
            }
            default -> {
                if (BOOKKEEPING.contains(kind)) {
                    narrator.note(kind);
                } else {
                    narrator.spoke(arguments.textOr("thought", ""));
                    call(kind);
                }
            }
        }
    }

    private void message() {
        String text = arguments.textOr("content", event.textOr("message", ""));
        if (event.textOr("source", "").equals("agent")) {
            narrator.spoke(text);
            narrator.close("message");
        } else {
            int images = arguments.items("image_urls").nodes().size();
            narrator.say(new Happening.TaskGiven(text, images));
        }
    }

    private void injected(ContextInjected.Source source, String text) {
        if (!text.isBlank()) {
            narrator.say(new ContextInjected(source, "", text));
        }
        narrator.close("system");
    }

    /// Several calls of one answer repeat what it used.
    private void usage() {
        for (Node each : event.fields("llm_metrics").items("token_usages").nodes()) {
            if (each instanceof Node.Fields used) {
                String model = used.textOr("model", "");
                narrator.used(
                        used.textOr(
                                "response_id", "answer-" + event.number("id").orElse(0)),
                        model,
                        Usage.inclusive(
                                used.number("prompt_tokens").orElse(0),
                                used.number("cache_read_tokens").orElse(0),
                                used.number("cache_write_tokens").orElse(0),
                                used.number("completion_tokens").orElse(0)));
            }
        }
    }

    private void call(String kind) {
        String tool = event.fields("tool_call_metadata").textOr("function_name", kind);
        SortedMap<String, Value> given = new TreeMap<>();
        for (String name : arguments.names()) {
            Node value = arguments.get(name);
            boolean isEmpty = value.equals(Node.Scalar.NULL) || value.equals(new Node.Text(""));
            boolean isOwn = CLIENTS_OWN.contains(name) && !kind.equals("think");
            if (!isEmpty && !isOwn) {
                given.put(name, Node.value(value));
            }
        }
        narrator.called(callId(event), tool, new Value.Fields(given), action(kind));
    }

    /// The model's id of the call, which its result repeats; else the number of the event, which its result names.
    private static String callId(Node.Fields event) {
        return event.fields("tool_call_metadata")
                .text("tool_call_id")
                .orElseGet(() -> "event-" + event.number("id").orElse(-1));
    }

    private Action action(String kind) {
        String path = arguments.textOr("path", "");
        return switch (kind) {
            case "run" -> command();
            case "read" -> new Action.Read(path);
            case "write" -> new Action.Write(path, arguments.textOr("content", ""));
            case "edit" -> edit(path);
            case "browse" -> new Action.Fetch(arguments.textOr("url", ""));
            case "browse_interactive" -> browsing(arguments.textOr("browser_actions", ""));
            case "delegate" -> new Action.Delegate(arguments.fields("inputs").textOr("task", ""));
            case "think", "task_tracking" -> new Action.Plan();
            default -> new Action.Other();
        };
    }

    private Action command() {
        String line = arguments.textOr("command", "");
        if (line.isBlank()) {
            return new Action.Poll("the running command");
        }
        boolean isInput = arguments.isTrue("is_input") || line.matches("C-[a-z]");
        return isInput ? new Action.Other() : new Action.Command(line, Optional.empty());
    }

    private Action edit(String path) {
        String after = arguments.textOr("new_str", "");
        return switch (arguments.textOr("command", "")) {
            case "create" -> new Action.Write(path, arguments.textOr("file_text", ""));
            case "str_replace" ->
                new Action.Edit(path, List.of(new Replacement(arguments.textOr("old_str", ""), after, false)));
            case "insert" -> new Action.Edit(path, List.of(new Replacement("", after, false)));
            case "undo_edit" -> new Action.Other();
            default -> new Action.Edit(path, List.of(new Replacement("", arguments.textOr("content", ""), false)));
        };
    }

    private static Action browsing(String actions) {
        boolean isFetch = actions.strip().startsWith("goto(");
        return isFetch ? new Action.Fetch(actions.strip()) : new Action.Other();
    }
}
