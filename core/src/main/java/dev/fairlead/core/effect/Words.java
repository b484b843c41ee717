package dev.fairlead.core.effect;

import java.util.ArrayList;
import java.util.List;

/// Text cut into words by quotes and blanks, by programs that are no shells.
final class Words {

    private Words() {}

    static List<String> split(String text) {
        return split(text, " \t\n");
    }

    static List<String> split(String text, String separators) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean isOpen = false;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                isOpen = true;
            } else if (c == '\\' && i + 1 < text.length()) {
                word.append(text.charAt(++i));
                isOpen = true;
            } else if (separators.indexOf(c) >= 0) {
                if (isOpen) {
                    words.add(word.toString());
                }
                word.setLength(0);
                isOpen = false;
            } else {
                word.append(c);
                isOpen = true;
            }
        }
        if (isOpen) {
            words.add(word.toString());
        }
        return words;
    }
}
