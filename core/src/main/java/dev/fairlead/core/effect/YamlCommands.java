package dev.fairlead.core.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads the commands in a YAML file: what stands behind certain keys, as a text, a block or a list.
///
/// It goes by lines and indents and knows nothing of anchors, so that a piece of a file reads as well as a whole one.
final class YamlCommands {

    private final List<String> lines;
    private final Set<String> keys;
    private final List<String> found = new ArrayList<>();
    private int at;

    private YamlCommands(List<String> lines, Set<String> keys) {
        this.lines = lines;
        this.keys = keys;
    }

    /// What stands behind these keys, in order.
    static List<String> of(String text, Set<String> keys) {
        YamlCommands commands = new YamlCommands(text.lines().toList(), keys);
        commands.readAll();
        return commands.found;
    }

    private void readAll() {
        while (at < lines.size() && found.size() < Recipe.MOST) {
            String line = lines.get(at++);
            int column = content(line);
            int colon = line.indexOf(':', column);
            boolean isKey = colon > column && (colon + 1 == line.length() || line.charAt(colon + 1) == ' ');
            if (isKey && keys.contains(unquoted(line.substring(column, colon)))) {
                value(line.substring(colon + 1).strip(), column);
            }
        }
    }

    /// Where the text of a line begins, behind blanks and the marks of list items.
    private static int content(String line) {
        int i = 0;
        while (i < line.length()
                && (line.charAt(i) == ' '
                        || line.charAt(i) == '-' && i + 1 < line.length() && line.charAt(i + 1) == ' ')) {
            i++;
        }
        return i;
    }

    private static int indent(String line) {
        int i = 0;
        while (i < line.length() && line.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    private void value(String rest, int column) {
        if (rest.startsWith("|") || rest.startsWith(">")) {
            add(block(column, rest.charAt(0) == '>'));
        } else if (rest.isEmpty() || rest.startsWith("#")) {
            items(column);
        } else if (rest.startsWith("[")) {
            found.addAll(JsonScripts.texts(rest));
        } else {
            add(unquoted(rest));
        }
    }

    /// The lines of a list, which may stand as far to the left as its key does.
    private void items(int column) {
        while (at < lines.size()) {
            String line = lines.get(at);
            int indent = indent(line);
            boolean isItem = indent < line.length() && line.charAt(indent) == '-';
            if (line.isBlank()) {
                at++;
                continue;
            }
            if (indent < column && !isItem || indent + 2 < column || !isItem) {
                return;
            }
            at++;
            String item = line.substring(indent + 1).strip();
            if (item.startsWith("|") || item.startsWith(">")) {
                add(block(indent, item.charAt(0) == '>'));
            } else if (keys.stream().anyMatch(key -> item.startsWith(key + ":"))) {
                at--;
                return;
            } else {
                add(unquoted(item));
            }
        }
    }

    /// The lines that stand further to the right than a column.
    private String block(int column, boolean isFolded) {
        StringBuilder text = new StringBuilder();
        int indent = -1;
        while (at < lines.size()) {
            String line = lines.get(at);
            if (!line.isBlank() && indent(line) <= column) {
                break;
            }
            indent = indent < 0 && !line.isBlank() ? indent(line) : indent;
            text.append(line.isBlank() ? "" : line.substring(Math.min(Math.max(indent, 0), indent(line))))
                    .append(isFolded ? ' ' : '\n');
            at++;
        }
        return text.toString();
    }

    private void add(String command) {
        if (!command.isBlank()) {
            found.add(withoutExpressions(command));
        }
    }

    private static String unquoted(String text) {
        boolean isQuoted = text.length() > 1
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.charAt(text.length() - 1) == text.charAt(0);
        if (!isQuoted) {
            return text;
        }
        String inner = text.substring(1, text.length() - 1);
        return text.charAt(0) == '\'' ? inner.replace("''", "'") : inner.replace("\\\"", "\"");
    }

    /// What a pipeline puts in place of `${{ … }}` is known to it alone.
    private static String withoutExpressions(String command) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        int open = command.indexOf("${{");
        while (open >= 0) {
            int close = command.indexOf("}}", open);
            if (close < 0) {
                break;
            }
            text.append(command, from, open).append("${EXPRESSION}");
            from = close + 2;
            open = command.indexOf("${{", from);
        }
        return text.append(command.substring(from)).toString();
    }
}
