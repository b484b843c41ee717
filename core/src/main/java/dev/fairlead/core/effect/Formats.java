package dev.fairlead.core.effect;

import dev.fairlead.core.shell.AnsiQuotes;
import java.util.ArrayList;
import java.util.List;

/// What `printf` and `echo -e` make of their arguments.
final class Formats {

    private static final int MOST_ROUNDS = 64;

    private Formats() {}

    /// The text with its escapes replaced; `\c` ends it.
    static String escaped(String text, boolean isEcho) {
        int end = text.indexOf("\\c");
        String kept = end >= 0 ? text.substring(0, end) : text;
        // `echo -e` and `%b` write octal numbers with a zero before them.
        return AnsiQuotes.unescaped(isEcho ? kept.replaceAll("\\\\0([0-7]{1,3})", "\\\\$1") : kept);
    }

    /// What is printed: the format again and again, until no argument is left.
    static Argument printed(List<Argument> words) {
        Argument all = Expander.joined(words);
        if (!words.getFirst().isKnown()) {
            return new Argument("$printed", false, false, all.taints());
        }
        List<Argument> values = new ArrayList<>(words.subList(1, words.size()));
        StringBuilder text = new StringBuilder();
        boolean isKnown = true;
        int rounds = 0;
        do {
            int before = values.size();
            isKnown &= round(words.getFirst().text(), values, text);
            rounds = values.size() == before ? MOST_ROUNDS : rounds + 1;
        } while (!values.isEmpty() && rounds < MOST_ROUNDS);
        return new Argument(text.toString(), isKnown, false, all.taints());
    }

    private static boolean round(String format, List<Argument> values, StringBuilder text) {
        boolean isKnown = true;
        int from = 0;
        for (int i = 0; i < format.length(); i++) {
            if (format.charAt(i) == '\\') {
                i++;
            } else if (format.charAt(i) == '%' && i + 1 < format.length()) {
                text.append(AnsiQuotes.unescaped(format.substring(from, i)));
                int letter = letter(format, i + 1);
                isKnown &= value(format.charAt(letter), values, text);
                i = letter;
                from = letter + 1;
            }
        }
        text.append(AnsiQuotes.unescaped(format.substring(Math.min(from, format.length()))));
        return isKnown;
    }

    private static int letter(String format, int from) {
        int i = from;
        while (i < format.length() - 1 && "-+ #0123456789.*'".indexOf(format.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private static boolean value(char letter, List<Argument> values, StringBuilder text) {
        if (letter == '%') {
            text.append('%');
            return true;
        }
        if (values.isEmpty()) {
            return true;
        }
        Argument value = values.removeFirst();
        text.append(letter == 'b' ? escaped(value.text(), true) : value.text());
        return value.isKnown();
    }
}
