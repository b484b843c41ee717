package dev.fairlead.wire.codex;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Action.FilePatch;
import dev.fairlead.wire.PatchText;
import dev.fairlead.wire.json.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which of Codex's tools does what.
public final class CodexTools {

    private static final Set<String> SHELLS = Set.of("bash", "sh", "zsh", "dash", "/bin/bash", "/bin/sh", "/bin/zsh");
    private static final Pattern SHELL_PATCH =
            Pattern.compile("\\A\\s*(?:cd\\s+(?<folder>\\S+)\\s*&&\\s*)?(?:apply_patch|applypatch)\\s");

    private CodexTools() {}

    /// What a call with arguments does.
    ///
    /// @param tool the tool's name without its namespace
    public static Action action(String tool, Node.Fields arguments) {
        return switch (tool) {
            case "exec_command" -> command(arguments.textOr("cmd", ""), arguments.text("workdir"));
            case "shell", "shell_command", "container.exec", "local_shell" -> shell(arguments);
            case "write_stdin" ->
                arguments.textOr("chars", "").isEmpty()
                        ? new Action.Poll(plain(arguments.get("session_id")))
                        : new Action.Other();
            case "wait", "wait_agent" ->
                new Action.Poll(plain(arguments.get(arguments.has("ids") ? "ids" : "cell_id")));
            case "apply_patch" -> patch(arguments.textOr("input", arguments.textOr("patch", "")));
            case "update_plan" -> new Action.Plan();
            case "view_image", "read_file" ->
                new Action.Read(arguments.textOr("path", arguments.textOr("file_path", "")));
            case "list_dir" -> new Action.Search("", arguments.text("dir_path"));
            case "grep_files" -> new Action.Search(arguments.textOr("pattern", ""), arguments.text("path"));
            case "tool_search", "tool_suggest" -> new Action.Search(arguments.textOr("query", ""), Optional.empty());
            case "web_search" -> new Action.Fetch(arguments.textOr("url", arguments.textOr("query", "")));
            case "spawn_agent", "send_input", "send_message", "followup_task" ->
                new Action.Delegate(arguments.textOr("message", arguments.textOr("prompt", "")));
            case "request_user_input", "request_permissions" -> new Action.Ask(plain(arguments.get("questions")));
            default -> new Action.Other();
        };
    }

    /// What a command line does: the agent may hand a patch to the shell.
    static Action command(String line, Optional<String> directory) {
        Matcher matcher = SHELL_PATCH.matcher(line);
        if (!matcher.find()) {
            return new Action.Command(line, directory);
        }
        List<FilePatch> files = PatchText.read(line);
        Optional<String> folder = Optional.ofNullable(matcher.group("folder"));
        return files.isEmpty()
                ? new Action.Command(line, directory)
                : new Action.Patch(within(folder.or(() -> directory), files));
    }

    /// The line of a command that is given word by word.
    static String line(Node.Items words) {
        List<String> texts = new ArrayList<>();
        for (Node word : words.nodes()) {
            texts.add(plain(word));
        }
        boolean isScript = texts.size() == 3
                && SHELLS.contains(texts.get(0))
                && texts.get(1).matches("-l?c");
        return isScript ? texts.get(2) : String.join(" ", texts);
    }

    static Action patch(String text) {
        List<FilePatch> files = PatchText.read(text);
        return files.isEmpty() ? new Action.Other() : new Action.Patch(files);
    }

    private static Action shell(Node.Fields arguments) {
        Optional<String> directory = arguments.text("workdir").or(() -> arguments.text("working_directory"));
        return command(arguments.text("command").orElseGet(() -> line(arguments.items("command"))), directory);
    }

    private static List<FilePatch> within(Optional<String> folder, List<FilePatch> files) {
        return folder.isEmpty()
                ? files
                : files.stream()
                        .map(file -> file.path().startsWith("/")
                                ? file
                                : new FilePatch(
                                        folder.get() + "/" + file.path(), file.kind(), file.removed(), file.added()))
                        .toList();
    }

    private static String plain(Node node) {
        return switch (node) {
            case Node.Text text -> text.value();
            case Node.Scalar scalar -> scalar.literal().equals("null") ? "" : scalar.literal();
            case Node.Items items -> {
                List<String> texts = new ArrayList<>();
                for (Node each : items.nodes()) {
                    texts.add(each instanceof Node.Fields fields ? fields.textOr("question", "") : plain(each));
                }
                yield String.join("\n", texts);
            }
            case Node.Fields _ -> "";
        };
    }
}
