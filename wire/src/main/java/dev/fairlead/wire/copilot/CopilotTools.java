package dev.fairlead.wire.copilot;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Action.FilePatch;
import dev.fairlead.core.event.Action.Replacement;
import dev.fairlead.wire.PatchText;
import dev.fairlead.wire.json.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which of Copilot CLI's tools does what.
final class CopilotTools {

    private CopilotTools() {}

    /// What a call with arguments does.
    static Action action(String tool, Node.Fields input) {
        String path = input.textOr("path", "");
        return switch (tool) {
            case "bash", "powershell", "local_shell" ->
                new Action.Command(input.textOr("command", ""), Optional.empty());
            case "read_bash", "read_powershell" -> new Action.Poll(input.textOr("shellId", ""));
            case "read_agent" -> new Action.Poll(input.textOr("agent_id", ""));
            case "list_bash", "list_powershell", "list_agents" -> new Action.Poll("");
            case "view" -> new Action.Read(path);
            case "create" -> new Action.Write(path, input.textOr("file_text", ""));
            case "edit" -> edit(path, input);
            case "insert" -> insert(path, input);
            case "str_replace_editor" -> action(editor(input.textOr("command", "")), input);
            case "apply_patch" -> ofText(tool, input.textOr("input", input.textOr("patch", "")));
            case "grep", "rg", "glob" ->
                new Action.Search(
                        input.textOr("pattern", ""), input.text("path").or(() -> paths(input.get("paths"))));
            case "session_store_sql" -> new Action.Search(input.textOr("query", ""), Optional.empty());
            case "web_fetch" -> new Action.Fetch(input.textOr("url", ""));
            case "web_search" -> new Action.Fetch(input.textOr("query", ""));
            case "task" -> new Action.Delegate(input.textOr("prompt", ""));
            case "write_agent" -> new Action.Delegate(input.textOr("message", ""));
            case "ask_user" -> new Action.Ask(input.textOr("question", input.textOr("message", "")));
            case "exit_plan_mode" -> new Action.Ask(input.textOr("summary", ""));
            case "report_intent", "update_todo", "todo" -> new Action.Plan();
            case "sql" -> input.textOr("query", "").contains("todo") ? new Action.Plan() : new Action.Other();
            default -> new Action.Other();
        };
    }

    /// What a call does that is given as one text.
    static Action ofText(String tool, String text) {
        if (tool.equals("apply_patch")) {
            List<FilePatch> files = PatchText.read(text);
            return files.isEmpty() ? new Action.Other() : new Action.Patch(files);
        }
        return new Action.Other();
    }

    /// The tool of today that does what a command of the editor of earlier versions did.
    private static String editor(String command) {
        return command.equals("str_replace") ? "edit" : command.equals("str_replace_editor") ? "" : command;
    }

    private static Action edit(String path, Node.Fields input) {
        return new Action.Edit(
                path, List.of(new Replacement(input.textOr("old_str", ""), input.textOr("new_str", ""), false)));
    }

    private static Action insert(String path, Node.Fields input) {
        String added = input.textOr("insert_text", input.textOr("new_str", ""));
        return new Action.Edit(path, List.of(new Replacement("", added, false)));
    }

    private static Optional<String> paths(Node node) {
        return switch (node) {
            case Node.Text text -> Optional.of(text.value());
            case Node.Items items -> {
                List<String> paths = new ArrayList<>();
                for (Node each : items.nodes()) {
                    if (each instanceof Node.Text text) {
                        paths.add(text.value());
                    }
                }
                yield paths.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", paths));
            }
            case Node.Fields _, Node.Scalar _ -> Optional.empty();
        };
    }
}
