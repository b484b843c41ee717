package dev.fairlead.wire.codex;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Action.FilePatch;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ContextInjected.Source;
import dev.fairlead.core.event.Happening.ToolReturned;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.event.Value;
import dev.fairlead.wire.PatchText;
import dev.fairlead.wire.codex.Echoes.Stream;
import dev.fairlead.wire.json.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Something the client notes as complete: words, or a call with the flags that its result lacks.
///
/// A call that the model made within a script of its own has no other record than this.
final class CodexCompletion {

    private static final Set<String> BOOKKEEPING = Set.of(
            "Plan",
            "DynamicToolCall",
            "CollabAgentToolCall",
            "WebSearch",
            "ImageView",
            "ImageGeneration",
            "Sleep",
            "EnteredReviewMode",
            "ExitedReviewMode");

    private final Node.Fields item;
    private final CodexTranscript.Told told;

    CodexCompletion(Node.Fields item, CodexTranscript.Told told) {
        this.item = item;
        this.told = told;
    }

    void tell() {
        String type = item.textOr("type", "");
        switch (type) {
            case "UserMessage" -> prompt();
            case "AgentMessage" ->
                each("content", text -> told.sayOnce("agent", text, Stream.COMPLETED, new Happening.AgentSpoke(text)));
            case "Reasoning" ->
                each(
                        "summary_text",
                        text -> told.sayOnce("thought", text, Stream.COMPLETED, new Happening.AgentThought(text)));
            case "HookPrompt" ->
                each(
                        "fragments",
                        text -> told.sayOnce(
                                "hook",
                                text,
                                Stream.COMPLETED,
                                new Happening.ContextInjected(Source.HOOK, "hook_prompt", text)));
            case "CommandExecution", "FileChange", "McpToolCall" -> call(type);
            case "ContextCompaction" -> told.compacted(Stream.COMPLETED, type);
            case "SubAgentActivity" -> {
                told.note(type);
                if (item.textOr("kind", "").equals("started")) {
                    told.startSubagent(item.textOr("agent_thread_id", ""), "");
                }
            }
            default -> {
                if (BOOKKEEPING.contains(type)) {
                    told.note("item_completed/" + type);
                } else {
                    told.say(new Happening.Unread(
                            "a completed item of the unknown type `" + type + "`", String.join(", ", item.names())));
                }
            }
        }
    }

    /// Takes in the words of one part.
    @FunctionalInterface
    private interface Part {
        void take(String text);
    }

    private void each(String key, Part part) {
        List<Node> nodes = item.items(key).nodes();
        for (Node each : nodes) {
            switch (each) {
                case Node.Text text -> part.take(text.value());
                case Node.Fields fields -> part.take(fields.textOr("text", ""));
                case Node.Items _, Node.Scalar _ -> part.take("");
            }
        }
        if (nodes.isEmpty()) {
            told.note("item_completed/" + item.textOr("type", ""));
        }
    }

    private void prompt() {
        StringBuilder words = new StringBuilder();
        int images = 0;
        for (Node each : item.items("content").nodes()) {
            if (each instanceof Node.Fields part) {
                words.append(part.textOr("text", ""));
                images += part.textOr("type", "").toLowerCase(Locale.ROOT).endsWith("image") ? 1 : 0;
            }
        }
        String text = words.toString();
        told.sayOnce("prompt", text, Stream.COMPLETED, new Happening.TaskGiven(text, images));
    }

    /// The end of a call.
    void call(String kind) {
        String id = item.textOr("call_id", item.textOr("id", ""));
        boolean isPersons = item.textOr("source", "").replace("_", "").equalsIgnoreCase("usershell");
        boolean isOpen = item.textOr("status", "").equals("in_progress");
        if (isPersons || isOpen || id.isBlank()) {
            told.note(kind);
            return;
        }
        CallId call = told.callId(id);
        ToolReturned returned = new ToolReturned(call, outcome(), item.integer("exit_code"), output(), 0);
        if (told.isKnown(call)) {
            told.ended(kind, returned);
        } else {
            unseen(call, kind);
            told.returned(returned);
        }
    }

    /// Tells a call that has no record of its own.
    private void unseen(CallId call, String kind) {
        switch (kind) {
            case "CommandExecution", "exec_command_end" -> {
                String line = item.text("command").orElseGet(() -> CodexTools.line(item.items("command")));
                Optional<String> directory = item.text("cwd").map(CodexCompletion::path);
                Value.Fields arguments = Value.Fields.of(Map.of("cmd", new Value.Text(line)));
                told.called(call, "exec_command", arguments, CodexTools.command(line, directory));
            }
            case "FileChange", "patch_apply_end" -> {
                Node.Fields changes = item.fields("changes");
                told.called(call, "apply_patch", Node.arguments(changes), new Action.Patch(patches(changes)));
            }
            default -> {
                Node.Fields about = item.has("invocation") ? item.fields("invocation") : item;
                String tool = "mcp__" + about.textOr("server", "") + "__" + about.textOr("tool", "");
                told.called(call, tool, Node.arguments(about.fields("arguments")), new Action.Other());
            }
        }
    }

    private static List<FilePatch> patches(Node.Fields changes) {
        List<FilePatch> files = new ArrayList<>();
        for (String path : changes.names()) {
            Node.Fields change = changes.fields(path);
            switch (change.textOr("type", "")) {
                case "add" ->
                    files.add(new FilePatch(
                            path,
                            FilePatch.Kind.ADD,
                            "",
                            change.textOr("content", "").stripTrailing()));
                case "delete" -> files.add(new FilePatch(path, FilePatch.Kind.DELETE, "", ""));
                default -> {
                    String diff = change.textOr("unified_diff", "");
                    files.addAll(PatchText.read("*** Begin Patch\n*** Update File: " + path + "\n"
                            + change.text("move_path")
                                    .map(to -> "*** Move to: " + to + "\n")
                                    .orElse("")
                            + diff.replaceAll("(?m)^@@.*$", "@@")));
                }
            }
        }
        return files;
    }

    private Outcome outcome() {
        if (item.has("success")) {
            return item.isTrue("success") ? Outcome.SUCCEEDED : Outcome.FAILED;
        }
        if (item.has("result") && !item.has("status")) {
            Node.Fields worked = item.fields("result").fields("Ok");
            boolean isFailed =
                    item.fields("result").has("Err") || worked.isTrue("isError") || worked.isTrue("is_error");
            return isFailed ? Outcome.FAILED : Outcome.SUCCEEDED;
        }
        return switch (item.textOr("status", "")) {
            case "completed" -> Outcome.SUCCEEDED;
            case "failed" -> Outcome.FAILED;
            case "declined" -> Outcome.REFUSED;
            default -> Outcome.UNSTATED;
        };
    }

    private String output() {
        if (item.has("aggregated_output")) {
            return item.textOr("aggregated_output", "");
        }
        StringBuilder text = new StringBuilder(item.textOr("stdout", ""));
        text.append(item.textOr("stderr", ""));
        Node.Fields result = item.fields("result");
        text.append(result.textOr("Err", ""));
        for (Node each : (result.has("Ok") ? result.fields("Ok") : result)
                .items("content")
                .nodes()) {
            if (each instanceof Node.Fields part) {
                text.append(text.isEmpty() ? "" : "\n").append(part.textOr("text", ""));
            }
        }
        return text.toString();
    }

    private static String path(String address) {
        return address.startsWith("file://") ? address.substring("file://".length()) : address;
    }
}
