package dev.fairlead.wire.gemini;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Action.Replacement;
import dev.fairlead.wire.json.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which tool of Gemini CLI or of Qwen Code does what.
public final class GeminiTools {

    private static final Set<String> PLANS = Set.of(
            "write_todos",
            "todo_write",
            "enter_plan_mode",
            "update_topic",
            "task_create",
            "task_update",
            "task_list",
            "tracker_create_task",
            "tracker_update_task",
            "tracker_get_task",
            "tracker_list_tasks",
            "tracker_add_dependency",
            "tracker_visualize");

    private GeminiTools() {}

    /// What a call with arguments does.
    public static Action action(String tool, Node.Fields arguments) {
        return switch (tool) {
            case "run_shell_command" ->
                new Action.Command(arguments.textOr("command", ""), first(arguments, "dir_path", "directory"));
            case "read_file", "zoom_image" -> new Action.Read(path(arguments));
            case "replace", "edit" -> edit(arguments);
            case "notebook_edit" ->
                new Action.Edit(
                        first(arguments, "notebook_path", "file_path").orElse(""),
                        List.of(new Replacement(
                                arguments.textOr("cell_id", ""), arguments.textOr("new_source", ""), false)));
            case "write_file" -> new Action.Write(path(arguments), arguments.textOr("content", ""));
            case "glob", "grep_search", "search_file_content", "lsp", "tool_search" ->
                new Action.Search(
                        first(arguments, "pattern", "query", "symbol").orElse(""),
                        first(arguments, "dir_path", "path"));
            case "list_directory" -> new Action.Search("", first(arguments, "dir_path", "path"));
            case "read_many_files" ->
                new Action.Search(
                        texts(arguments.items(arguments.has("include") ? "include" : "paths")), Optional.empty());
            case "web_fetch" ->
                new Action.Fetch(first(arguments, "url", "prompt").orElse(""));
            case "google_web_search", "web_search" -> new Action.Fetch(arguments.textOr("query", ""));
            case "invoke_agent", "agent", "task", "codebase_investigator", "create_sub_session", "send_message" ->
                new Action.Delegate(first(arguments, "prompt", "objective", "message", "task")
                        .orElse(""));
            case "monitor", "list_agents", "list_background_processes", "read_background_output" ->
                new Action.Poll(first(arguments, "task_id", "id", "command").orElse(""));
            case "ask_user", "ask_user_question" -> new Action.Ask(texts(arguments.items("questions")));
            case "exit_plan_mode" ->
                new Action.Ask(first(arguments, "plan", "plan_filename").orElse(""));
            default -> PLANS.contains(tool) ? new Action.Plan() : new Action.Other();
        };
    }

    private static Action edit(Node.Fields arguments) {
        String before = arguments.textOr("old_string", "");
        String after = arguments.textOr("new_string", "");
        if (before.isEmpty()) {
            return new Action.Write(path(arguments), after); // the client's way to create a file by an edit
        }
        boolean isEverywhere = arguments.isTrue("allow_multiple")
                || arguments.isTrue("replace_all")
                || arguments.number("expected_replacements").orElse(1) > 1;
        return new Action.Edit(path(arguments), List.of(new Replacement(before, after, isEverywhere)));
    }

    private static String path(Node.Fields arguments) {
        return first(arguments, "file_path", "absolute_path", "path").orElse("");
    }

    private static Optional<String> first(Node.Fields arguments, String... keys) {
        for (String key : keys) {
            Optional<String> text = arguments.text(key);
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    private static String texts(Node.Items items) {
        List<String> texts = new ArrayList<>();
        for (Node each : items.nodes()) {
            switch (each) {
                case Node.Text text -> texts.add(text.value());
                case Node.Fields fields -> texts.add(fields.textOr("question", ""));
                case Node.Items _, Node.Scalar _ -> {}
            }
        }
        return String.join("\n", texts);
    }
}
