package dev.fairlead.wire.opencode;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Action.FilePatch;
import dev.fairlead.core.event.Action.Replacement;
import dev.fairlead.wire.PatchText;
import dev.fairlead.wire.json.Node;
import java.util.ArrayList;
import java.util.List;

/// Which of opencode's tools does what.
final class OpencodeTools {

    private OpencodeTools() {}

    static Action action(String tool, Node.Fields input) {
        String path = input.textOr("filePath", input.textOr("path", ""));
        return switch (tool) {
            case "bash" -> new Action.Command(input.textOr("command", ""), input.text("workdir"));
            case "read" -> new Action.Read(path);
            case "edit" -> new Action.Edit(path, List.of(replacement(input)));
            case "multiedit" -> multiple(path, input.items("edits"));
            case "write" -> new Action.Write(path, input.textOr("content", ""));
            case "patch", "apply_patch" -> patch(input.textOr("patchText", ""));
            case "grep", "glob", "codesearch" ->
                new Action.Search(input.textOr("pattern", input.textOr("query", "")), input.text("path"));
            case "list" -> new Action.Search("", input.text("path"));
            case "lsp" -> new Action.Search(input.textOr("operation", ""), input.text("filePath"));
            case "webfetch" -> new Action.Fetch(input.textOr("url", ""));
            case "websearch" -> new Action.Fetch(input.textOr("query", ""));
            case "task" -> new Action.Delegate(input.textOr("prompt", ""));
            case "question" -> new Action.Ask(questions(input.items("questions")));
            case "plan_exit" -> new Action.Ask("");
            case "todowrite", "todoread", "plan_enter" -> new Action.Plan();
            default -> new Action.Other();
        };
    }

    private static Action multiple(String path, Node.Items edits) {
        List<Replacement> replacements = new ArrayList<>();
        for (Node each : edits.nodes()) {
            if (each instanceof Node.Fields edit) {
                replacements.add(replacement(edit));
            }
        }
        return replacements.isEmpty() ? new Action.Other() : new Action.Edit(path, replacements);
    }

    private static Replacement replacement(Node.Fields input) {
        return new Replacement(
                input.textOr("oldString", ""), input.textOr("newString", ""), input.isTrue("replaceAll"));
    }

    private static Action patch(String text) {
        List<FilePatch> files = PatchText.read(text);
        return files.isEmpty() ? new Action.Other() : new Action.Patch(files);
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
}
