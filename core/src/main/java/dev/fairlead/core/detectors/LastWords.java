package dev.fairlead.core.detectors;

import dev.fairlead.core.detect.Evidence;
import java.util.Locale;
import java.util.Optional;

/// The agent's last words since the person spoke or a tool was called, and the person's answer to them.
record LastWords(Optional<Evidence> evidence) {

    static final LastWords NONE = new LastWords(Optional.empty());

    /// The longest answer that is told as a whole, in characters.
    private static final int LONGEST = 60;

    /// The whole of a short answer, in lower case and without marks; empty where it is longer.
    static String answer(String text) {
        String answer = text.strip();
        if (answer.length() > LONGEST) {
            return "";
        }
        StringBuilder words = new StringBuilder(answer.length());
        answer.toLowerCase(Locale.ROOT)
                .chars()
                .filter(c -> c != '.' && c != '!' && c != ',')
                .forEach(words::appendCodePoint);
        return words.toString();
    }
}
