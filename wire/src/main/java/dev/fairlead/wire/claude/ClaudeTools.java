package dev.fairlead.wire.claude;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Action.Replacement;
import dev.fairlead.wire.json.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which of Claude Code's tools does what.
final class ClaudeTools {

    private ClaudeTools() {}

    static Action action(String tool, Node.Fields input) {
        String path = input.textOr("file_path", input.textOr("notebook_path", input.textOr("path", "")));
        return switch (tool) {
            case "Bash", "PowerShell" -> new Action.Command(input.textOr("command", ""), Optional.empty());
            case "Read", "NotebookRead", "LS" -> new Action.Read(path);
            case "Edit" -> new Action.Edit(path, List.of(replacement(input)));
            case "MultiEdit" -> new Action.Edit(path, replacements(input.items("edits")));
            case "NotebookEdit" ->
                new Action.Edit(
                        path,
                        List.of(new Replacement(input.textOr("cell_id", ""), input.textOr("new_source", ""), false)));
            case "Write" -> new Action.Write(path, input.textOr("content", ""));
            case "Grep", "Glob", "LSP", "ToolSearch" ->
                new Action.Search(input.textOr("pattern", input.textOr("query", "")), input.text("path"));
            case "WebFetch", "web_fetch" -> new Action.Fetch(input.textOr("url", ""));
            case "WebSearch", "web_search" -> new Action.Fetch(input.textOr("query", ""));
            case "Task", "Agent" -> new Action.Delegate(input.textOr("prompt", ""));
            case "TaskOutput", "BashOutput", "AgentOutputTool", "Monitor" ->
                new Action.Poll(input.textOr("task_id", input.textOr("bash_id", input.textOr("agentId", ""))));
            case "AskUserQuestion" -> new Action.Ask(questions(input.items("questions")));
            case "ExitPlanMode" -> new Action.Ask(input.textOr("plan", ""));
            case "TodoWrite", "TaskCreate", "TaskUpdate", "TaskList", "TaskGet", "EnterPlanMode" -> new Action.Plan();
            default -> new Action.Other();
        };
    }

    private static String questions(Node.Items questions) {
        List<String> texts = new ArrayList<>();
        for (Node each : questions.nodes()) {
            if (each instanceof Node.Fields question) {
                texts.add(question.textOr("question", ""));
            }
        }
        return String.join("\n", texts);
    }

    private static Replacement replacement(Node.Fields input) {
        return new Replacement(
                input.textOr("old_string", ""), input.textOr("new_string", ""), input.isTrue("replace_all"));
    }

    private static List<Replacement> replacements(Node.Items edits) {
        List<Replacement> replacements = new ArrayList<>();
        for (Node each : edits.nodes()) {
            if (each instanceof Node.Fields edit) {
                replacements.add(replacement(edit));
            }
        }
        return replacements;
    }
}
