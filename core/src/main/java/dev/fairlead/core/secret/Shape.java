package dev.fairlead.core.secret;

import java.util.ArrayList;
import java.util.List;

/// How a key looks: fixed text and runs of characters, written as in `ghp_{alnum 36}` or `xoxb-{digit 10-13}-{word
/// 24+}`.
///
/// A run takes as many characters as it may and never gives one back, so that a place is decided within the key's own
/// length. Shapes are therefore written so that no run reaches into the text behind it.
final class Shape {

    /// No key goes on for longer; what does is cut there.
    private static final int LONGEST_RUN = 4096;

    private final String notation;
    private final List<Part> parts;
    private final int least;

    private Shape(String notation, List<Part> parts) {
        this.notation = notation;
        this.parts = parts;
        this.least = parts.stream()
                .mapToInt(part -> Math.max(part.least(), part.text().length()))
                .sum();
    }

    /// Text that must stand there, or a run.
    ///
    /// @param text the fixed text, empty for a run
    /// @param alphabet of the run
    private record Part(String text, Alphabet alphabet, int least, int most) {

        /// Where this part ends, or -1 where it is not there.
        int match(CharSequence in, int at) {
            if (least > 0) {
                int end = alphabet.runFrom(in, at, most);
                return end - at < least ? -1 : end;
            }
            if (at + text.length() > in.length()) {
                return -1;
            }
            for (int i = 0; i < text.length(); i++) {
                if (in.charAt(at + i) != text.charAt(i)) {
                    return -1;
                }
            }
            return at + text.length();
        }

        boolean mayBegin(char c) {
            return least > 0 ? alphabet.has(c) : text.charAt(0) == c;
        }
    }

    /// The shape that a notation writes.
    static Shape of(String notation) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < notation.length()) {
            int open = notation.indexOf('{', at);
            int end = open < 0 ? notation.length() : open;
            if (end > at) {
                parts.add(new Part(notation.substring(at, end), Alphabet.WORD, 0, 0));
            }
            at = end;
            if (open >= 0) {
                at = notation.indexOf('}', open) + 1;
                parts.add(run(notation.substring(open + 1, at - 1)));
            }
        }
        return new Shape(notation, parts);
    }

    private static Part run(String words) {
        int space = words.lastIndexOf(' ');
        String name = words.substring(0, space);
        String length = words.substring(space + 1);
        Alphabet alphabet =
                name.startsWith("[") ? Alphabet.of(name.substring(1, name.length() - 1)) : Alphabet.named(name);
        if (length.endsWith("+")) {
            int least = Integer.parseInt(length.substring(0, length.length() - 1));
            return new Part("", alphabet, least, LONGEST_RUN);
        }
        int dash = length.indexOf('-');
        int least = Integer.parseInt(dash < 0 ? length : length.substring(0, dash));
        return new Part("", alphabet, least, dash < 0 ? least : Integer.parseInt(length.substring(dash + 1)));
    }

    /// Where the key ends that begins at a place, or -1 where none does. What would make it longer must not follow.
    int match(CharSequence text, int from) {
        int at = from;
        for (Part part : parts) {
            at = part.match(text, at);
            if (at < 0) {
                return -1;
            }
        }
        return at < text.length() && goesOn(text.charAt(at)) ? -1 : at;
    }

    private boolean goesOn(char next) {
        Part last = parts.getLast();
        return Alphabet.ALPHANUMERIC.has(next)
                || last.least() > 0 && last.alphabet().has(next);
    }

    /// Whether keys of this shape may begin with these two characters.
    boolean mayBegin(char first, char second) {
        Part part = parts.getFirst();
        if (!part.mayBegin(first)) {
            return false;
        }
        if (part.least() == 0 && part.text().length() > 1) {
            return part.text().charAt(1) == second;
        }
        if (part.least() > 1) {
            return part.alphabet().has(second);
        }
        return parts.get(1).mayBegin(second);
    }

    /// How long a key of this shape is at least.
    int least() {
        return least;
    }

    /// How much fixed text stands before the first run.
    int head() {
        Part first = parts.getFirst();
        return first.least() > 0 ? 0 : first.text().length();
    }

    /// Whether digits may stand in some run of this shape that is long enough for them to be expected.
    boolean expectsDigits() {
        return parts.stream()
                .anyMatch(part -> part.least() >= 20 && part.alphabet().has('5'));
    }

    @Override
    public String toString() {
        return notation;
    }
}
