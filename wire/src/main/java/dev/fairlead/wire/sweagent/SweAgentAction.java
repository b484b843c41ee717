package dev.fairlead.wire.sweagent;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Action.Replacement;
import dev.fairlead.core.shell.CommandLine;
import dev.fairlead.core.shell.SimpleCommand;
import dev.fairlead.wire.CommonTools;
import java.util.List;
import java.util.Optional;

/// What an action of SWE-agent does: it is a line of text that begins with a command of the agent's own interface, or
/// else is for the shell.
///
/// @param tool the interface's own command, or `bash`
record SweAgentAction(String tool, Action action) {

    /// Reads an action.
    ///
    /// @param openFile the file that the editor shows, empty where none is
    static SweAgentAction of(String line, String openFile) {
        String tool = firstWord(line);
        String file = openFile.isBlank() || openFile.equals("n/a") ? CommonTools.OPEN_FILE : openFile;
        return switch (tool) {
            case "open", "create", "goto", "scroll_up", "scroll_down" ->
                new SweAgentAction(tool, opening(tool, line, file));
            case "edit", "insert" -> new SweAgentAction(tool, edit(tool, line, file));
            case "str_replace_editor" -> new SweAgentAction(tool, editor(words(line)));
            case "find_file", "search_dir", "search_file" -> {
                List<String> words = words(line);
                Optional<String> where = words.size() > 2 ? Optional.of(words.get(2)) : Optional.empty();
                yield new SweAgentAction(tool, new Action.Search(word(words, 1), where));
            }
            case "submit", "exit_cost", "exit_context", "exit_format", "exit_forfeit", "set_cursors", "view_image" ->
                new SweAgentAction(tool, new Action.Other());
            default -> new SweAgentAction("bash", new Action.Command(line, Optional.empty()));
        };
    }

    private static Action opening(String tool, String line, String file) {
        String path = word(words(line), 1);
        return switch (tool) {
            case "open" -> new Action.Read(path);
            case "create" -> new Action.Write(path, "");
            default -> new Action.Read(file);
        };
    }

    /// An edit names lines and is followed by the text that replaces them, up to `end_of_edit`; or it quotes a text
    /// and what replaces it. An insertion quotes its text.
    private static Action edit(String tool, String line, String file) {
        int feed = line.indexOf('\n');
        boolean isOfLines = feed > 0 && line.substring(0, feed).matches("edit \\d+:\\d+\\s*");
        if (isOfLines) {
            String text = line.substring(feed + 1);
            int end = text.lastIndexOf("end_of_edit");
            return new Action.Edit(
                    file,
                    List.of(new Replacement(
                            "", end < 0 ? text : text.substring(0, end).stripTrailing(), false)));
        }
        List<String> words = words(line);
        boolean replaces = tool.equals("edit") && words.size() > 2;
        return new Action.Edit(
                file,
                List.of(
                        replaces
                                ? new Replacement(words.get(1), words.get(2), words.contains("replace-all"))
                                : new Replacement("", word(words, 1), false)));
    }

    private static Action editor(List<String> words) {
        String path = word(words, 2);
        return switch (word(words, 1)) {
            case "view" -> new Action.Read(path);
            case "create" -> new Action.Write(path, option(words, "--file_text"));
            case "str_replace", "insert" ->
                new Action.Edit(
                        path, List.of(new Replacement(option(words, "--old_str"), option(words, "--new_str"), false)));
            default -> new Action.Other();
        };
    }

    private static String option(List<String> words, String name) {
        int at = words.indexOf(name);
        return at < 0 ? "" : word(words, at + 1);
    }

    private static String word(List<String> words, int at) {
        return at < words.size() ? words.get(at) : "";
    }

    /// The words of the first command on a line, without their quotes.
    private static List<String> words(String line) {
        return CommandLine.of(line).commands().stream()
                .findFirst()
                .map(SimpleCommand::words)
                .orElse(List.of());
    }

    private static String firstWord(String line) {
        int end = 0;
        while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
            end++;
        }
        return line.substring(0, end);
    }
}
