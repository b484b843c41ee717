package dev.fairlead.code.dependency;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the part of TOML that manifests and lock files are written in: tables, keys, and values that may take several
/// lines.
final class TomlLines {

    private static final Pattern TABLE = Pattern.compile("^\\[{1,2}\\s*([^\\[\\]]+?)\\s*]{1,2}");
    private static final Pattern KEY = Pattern.compile("^(\"[^\"]*\"|'[^']*'|[\\w.-]+)\\s*=\\s*(.*)$");
    private static final Pattern STRING = Pattern.compile("\"([^\"\\\\\\n]*)\"|'([^'\\n]*)'");

    private TomlLines() {}

    /// A key with its value.
    ///
    /// @param table the name of the table that it stands in; empty before the first
    /// @param number of that table, from 0: tables of one list have the same name
    /// @param value as it is written
    record Entry(String table, int number, String key, String value, int line) {

        /// The texts in the value, each with the line that it stands in.
        List<Text> texts() {
            List<Text> texts = new ArrayList<>();
            List<String> lines = value.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                Matcher text = STRING.matcher(lines.get(i));
                while (text.find()) {
                    texts.add(new Text(text.group(1) == null ? text.group(2) : text.group(1), line + i));
                }
            }
            return texts;
        }

        /// The first text in the value, or nothing.
        String text() {
            return texts().stream().map(Text::text).findFirst().orElse("");
        }

        /// The text of a key in a table that is written in one line; empty where there is none.
        String within(String name) {
            Matcher found =
                    Pattern.compile("\\b" + name + "\\s*=\\s*\"([^\"\\n]*)\"").matcher(value);
            return found.find() ? found.group(1) : "";
        }
    }

    /// A text and its line.
    record Text(String text, int line) {}

    static List<Entry> read(String text) {
        List<Entry> entries = new ArrayList<>();
        List<String> lines = text.lines().toList();
        String table = "";
        int number = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            Matcher head = TABLE.matcher(line);
            Matcher key = KEY.matcher(line);
            if (head.find()) {
                table = head.group(1);
                number++;
            } else if (key.matches()) {
                int start = i;
                StringBuilder value = new StringBuilder(key.group(2));
                while (isOpen(value) && i + 1 < lines.size()) {
                    i++;
                    value.append('\n').append(lines.get(i));
                }
                entries.add(new Entry(table, number, unquoted(key.group(1)), value.toString(), start + 1));
            }
        }
        return entries;
    }

    /// Whether more brackets open than close, beyond texts and comments.
    private static boolean isOpen(StringBuilder value) {
        int depth = 0;
        char quote = 0;
        boolean isComment = false;
        for (int i = 0; i < value.length(); i++) {
            char each = value.charAt(i);
            if (each == '\n') {
                isComment = false;
                quote = 0;
            } else if (quote != 0) {
                quote = each == quote ? 0 : quote;
            } else if (!isComment) {
                quote = each == '"' || each == '\'' ? each : 0;
                isComment = each == '#';
                depth += each == '[' || each == '{' ? 1 : each == ']' || each == '}' ? -1 : 0;
            }
        }
        return depth > 0;
    }

    private static String unquoted(String key) {
        return key.startsWith("\"") || key.startsWith("'") ? key.substring(1, key.length() - 1) : key;
    }
}
