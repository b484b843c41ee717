package dev.fairlead.core.detectors;

import dev.fairlead.core.event.Action;

/// How calls are spoken of in claims.
final class Words {

    private static final int MOST = 80;

    private Words() {}

    /// What a call is about, to stand behind the tool's name: empty, or a blank and then words.
    static String about(Action action) {
        return switch (action) {
            case Action.Command command -> " with `" + quoted(command.line(), MOST) + "`";
            case Action.Read read -> " on `" + tail(read.path()) + "`";
            case Action.Edit edit -> " on `" + tail(edit.path()) + "`";
            case Action.Write write -> " on `" + tail(write.path()) + "`";
            case Action.Patch patch ->
                patch.files().isEmpty()
                        ? ""
                        : " on `" + tail(patch.files().getFirst().path()) + "`";
            case Action.Search search -> " for `" + quoted(search.pattern(), MOST) + "`";
            case Action.Fetch fetch -> " for `" + quoted(fetch.target(), MOST) + "`";
            case Action.Poll _, Action.Delegate _, Action.Ask _, Action.Plan _, Action.Other _ -> "";
        };
    }

    /// A text on one line, without backquotes, cut with an ellipsis.
    static String quoted(String text, int most) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), most) + 1);
        for (int i = 0; i < text.length() && line.length() < most; i++) {
            char c = text.charAt(i);
            boolean blank = c <= ' ' || c == '\u007f';
            if (!blank) {
                line.append(c == '`' ? '\'' : c);
            } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        if (line.length() >= most && text.length() > most) {
            if (Character.isHighSurrogate(line.charAt(line.length() - 1))) {
                line.setLength(line.length() - 1);
            }
            line.append('…');
        }
        return line.toString().strip();
    }

    /// The end of a path, which tells more than its beginning.
    private static String tail(String path) {
        String line = quoted(path, Integer.MAX_VALUE);
        return line.length() <= MOST ? line : "…" + line.substring(line.length() - MOST);
    }
}
