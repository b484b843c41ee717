package dev.fairlead.wire.cline;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Action.FilePatch;
import dev.fairlead.core.event.Action.Replacement;
import dev.fairlead.core.event.Value;
import dev.fairlead.wire.PatchText;
import dev.fairlead.wire.json.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Which of Cline's tools does what.
final class ClineTools {

    private ClineTools() {}

    /// One of the things that a call does.
    ///
    /// @param arguments those that are about this part
    record Part(Value.Fields arguments, Action action) {}

    /// The parts of a call, at least one.
    static List<Part> parts(String tool, Node.Fields input) {
        return switch (tool) {
            case "run_commands" ->
                each(input, "command", line -> new Action.Command(line, Optional.empty()), "commands", "command");
            case "read_files" -> each(input, "path", Action.Read::new, "files", "file_paths", "paths", "path");
            case "search_codebase" ->
                each(input, "query", text -> new Action.Search(text, Optional.empty()), "queries", "query");
            case "fetch_web_content" -> each(input, "url", Action.Fetch::new, "requests", "url");
            default -> List.of(new Part(Node.arguments(input), action(tool, input)));
        };
    }

    private static Action action(String tool, Node.Fields input) {
        return switch (tool) {
            case "editor" -> edit(input);
            case "apply_patch" -> {
                List<FilePatch> files = PatchText.read(input.textOr("input", ""));
                yield files.isEmpty() ? new Action.Other() : new Action.Patch(files);
            }
            case "ask_question" -> new Action.Ask(input.textOr("question", ""));
            case "spawn_agent", "team_spawn_teammate", "team_run_task", "team_send_message" ->
                new Action.Delegate(input.textOr("task", input.textOr("message", input.textOr("prompt", ""))));
            case "team_await_runs", "team_list_runs", "team_status", "team_read_mailbox" ->
                new Action.Poll(input.textOr("runId", ""));
            case "team_task" -> new Action.Plan();
            default -> new Action.Other();
        };
    }

    private static Action edit(Node.Fields input) {
        String path = input.textOr("path", "");
        String after = input.textOr("new_text", "");
        boolean isPlaced = input.integer("insert_line").isPresent();
        return input.text("old_text").isPresent() || isPlaced
                ? new Action.Edit(path, List.of(new Replacement(input.textOr("old_text", ""), after, false)))
                : new Action.Write(path, after);
    }

    /// A part for each item of the first of these keys that is there, with the item's own text as its argument.
    private static List<Part> each(
            Node.Fields input, String argument, Function<String, Action> action, String... keys) {
        for (String key : keys) {
            List<String> texts = texts(input.get(key));
            if (texts.size() == 1) {
                return List.of(new Part(Node.arguments(input), action.apply(texts.getFirst())));
            }
            if (!texts.isEmpty()) {
                return texts.stream()
                        .map(text ->
                                new Part(Value.Fields.of(Map.of(argument, new Value.Text(text))), action.apply(text)))
                        .toList();
            }
        }
        return List.of(new Part(Node.arguments(input), new Action.Other()));
    }

    private static List<String> texts(Node node) {
        return switch (node) {
            case Node.Text text -> List.of(text.value());
            case Node.Fields fields ->
                fields.text("path")
                        .or(() -> fields.text("file_path"))
                        .or(() -> fields.text("filePath"))
                        .or(() -> fields.text("url"))
                        .or(() -> fields.text("command").map(line -> line + arguments(fields)))
                        .map(List::of)
                        .orElse(List.of());
            case Node.Items items -> {
                List<String> texts = new ArrayList<>();
                items.nodes().forEach(each -> texts.addAll(texts(each)));
                yield texts;
            }
            case Node.Scalar _ -> List.of();
        };
    }

    private static String arguments(Node.Fields command) {
        List<String> words = texts(command.get("args"));
        return words.isEmpty() ? "" : " " + String.join(" ", words);
    }
}
