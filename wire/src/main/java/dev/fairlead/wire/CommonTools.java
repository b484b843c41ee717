package dev.fairlead.wire;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Action.FilePatch;
import dev.fairlead.core.event.Action.Replacement;
import dev.fairlead.wire.json.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a tool does, told from its name and its arguments, for records that do not say whose tools they are.
///
/// Agents name the same few tools in much the same ways; a name that says nothing here is [Action.Other].
public final class CommonTools {

    /// Stands for the path of an editor that has one file open and does not repeat which.
    public static final String OPEN_FILE = "the open file";

    private static final Set<String> SEARCHES = Set.of(
            "grep",
            "glob",
            "search",
            "findfile",
            "findfiles",
            "searchdir",
            "searchfile",
            "searchfiles",
            "grepsearch",
            "grepfiles",
            "filesearch",
            "codebasesearch",
            "ls",
            "listdir",
            "listdirectory",
            "listfiles",
            "lsp",
            "toolsearch");
    private static final Set<String> PLANS = Set.of(
            "todowrite",
            "todoread",
            "writetodos",
            "updateplan",
            "managetodolist",
            "tasktracker",
            "taskcreate",
            "taskupdate",
            "tasklist",
            "taskget",
            "enterplanmode",
            "think",
            "sequentialthinking");

    private CommonTools() {}

    /// What a call does. A patch may be given as a text in the place of arguments.
    public static Action action(String tool, Arguments arguments) {
        boolean isText = arguments.fields().names().isEmpty() && plain(tool).equals("applypatch");
        return isText ? patch(arguments.value().text("arguments").orElse("")) : action(tool, arguments.fields());
    }

    private static Action action(String tool, Node.Fields arguments) {
        return switch (plain(tool)) {
            case "bash",
                    "executebash",
                    "shell",
                    "shellcommand",
                    "execcommand",
                    "localshell",
                    "runcommand",
                    "runshellcommand",
                    "runterminalcmd",
                    "runinterminal",
                    "terminal",
                    "executecommand",
                    "powershell",
                    "bashcommand",
                    "containerexec" -> command(arguments);
            case "strreplaceeditor", "strreplacebasededittool", "fileeditor", "editor" -> editor(arguments);
            case "read", "readfile", "view", "viewfile", "viewimage", "open", "openfile", "notebookread", "cat" ->
                new Action.Read(path(arguments));
            case "edit", "replace", "strreplace", "editfile", "searchreplace", "multiedit", "notebookedit", "insert" ->
                edit(arguments);
            case "write", "writefile", "create", "createfile", "savefile" ->
                new Action.Write(path(arguments), first(arguments, "content", "file_text", "contents", "text"));
            case "applypatch" -> patch(first(arguments, "input", "patch", "patchText", "diff"));
            default -> looking(plain(tool), arguments);
        };
    }

    private static Action looking(String tool, Node.Fields arguments) {
        if (SEARCHES.contains(tool)) {
            String place = first(arguments, "path", "dir_path", "dir", "file");
            return new Action.Search(
                    first(arguments, "pattern", "query", "search_term", "file_name", "regex"),
                    Optional.of(place).filter(each -> !each.isEmpty()));
        }
        if (PLANS.contains(tool)) {
            return new Action.Plan();
        }
        return switch (tool) {
            case "webfetch", "fetch", "browse", "browsernavigate", "webread", "websearch", "googlewebsearch" ->
                new Action.Fetch(first(arguments, "url", "query", "q", "prompt"));
            case "task", "agent", "spawnagent", "delegate", "subagent", "runsubagent", "newtask" ->
                new Action.Delegate(first(arguments, "prompt", "task", "message", "description"));
            case "taskoutput", "bashoutput", "agentoutputtool", "monitor", "wait", "readoutput" ->
                new Action.Poll(first(arguments, "task_id", "bash_id", "agentId", "session_id", "id"));
            case "writestdin" ->
                first(arguments, "chars").isEmpty()
                        ? new Action.Poll(first(arguments, "session_id"))
                        : new Action.Other();
            case "askuserquestion", "askuser", "askfollowupquestion", "requestuserinput", "askhuman", "question" ->
                new Action.Ask(question(arguments));
            case "exitplanmode" -> new Action.Ask(first(arguments, "plan"));
            default -> new Action.Other();
        };
    }

    /// The name in lower case, without what separates its words and without the namespace of functions.
    private static String plain(String tool) {
        String name = tool.startsWith("functions.") ? tool.substring("functions.".length()) : tool;
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "").replace(".", "");
    }

    private static Action command(Node.Fields arguments) {
        Optional<String> directory = arguments
                .text("workdir")
                .or(() -> arguments.text("working_directory"))
                .or(() -> arguments.text("cwd"));
        String line = first(arguments, "command", "cmd", "keystrokes", "script", "input");
        if (!arguments.items("command").nodes().isEmpty()) {
            line = words(arguments.items("command"));
        }
        return arguments.isTrue("is_input") ? new Action.Other() : new Action.Command(line, directory);
    }

    /// A command that is given word by word; that of `bash -lc` is its script.
    private static String words(Node.Items items) {
        List<String> words = new ArrayList<>();
        for (Node each : items.nodes()) {
            words.add(Content.of(each).text());
        }
        boolean isScript =
                words.size() == 3 && (words.get(1).equals("-lc") || words.get(1).equals("-c"));
        return isScript ? words.get(2) : String.join(" ", words);
    }

    private static Action editor(Node.Fields arguments) {
        String path = path(arguments);
        return switch (arguments.textOr("command", "")) {
            case "view" -> new Action.Read(path);
            case "create" -> new Action.Write(path, arguments.textOr("file_text", ""));
            case "str_replace", "insert" -> edit(arguments);
            default -> new Action.Other();
        };
    }

    private static Action edit(Node.Fields arguments) {
        List<Replacement> replacements = new ArrayList<>();
        for (Node each : arguments.items("edits").nodes()) {
            if (each instanceof Node.Fields edit) {
                replacements.add(replacement(edit));
            }
        }
        if (replacements.isEmpty()) {
            replacements.add(replacement(arguments));
        }
        return new Action.Edit(path(arguments), replacements);
    }

    private static Replacement replacement(Node.Fields edit) {
        return new Replacement(
                first(edit, "old_string", "old_str", "oldString", "oldText", "search"),
                first(
                        edit,
                        "new_string",
                        "new_str",
                        "newString",
                        "newText",
                        "replace",
                        "replacement_text",
                        "insert_text",
                        "new_source",
                        "text",
                        "content"),
                edit.isTrue("replace_all") || edit.isTrue("replaceAll"));
    }

    private static Action patch(String text) {
        List<FilePatch> files = PatchText.read(text);
        return files.isEmpty() ? new Action.Other() : new Action.Patch(files);
    }

    private static String path(Node.Fields arguments) {
        String path = first(
                arguments,
                "file_path",
                "path",
                "filename",
                "filePath",
                "notebook_path",
                "target_file",
                "file",
                "absolute_path");
        return path.isEmpty() ? OPEN_FILE : path;
    }

    private static String question(Node.Fields arguments) {
        List<String> questions = new ArrayList<>();
        for (Node each : arguments.items("questions").nodes()) {
            questions.add(
                    each instanceof Node.Fields fields
                            ? fields.textOr("question", "")
                            : Content.of(each).text());
        }
        return questions.isEmpty() ? first(arguments, "question", "prompt", "message") : String.join("\n", questions);
    }

    /// The first of these that is a text.
    private static String first(Node.Fields fields, String... names) {
        for (String name : names) {
            Optional<String> text = fields.text(name);
            if (text.isPresent()) {
                return text.get();
            }
        }
        return "";
    }
}
