package dev.fairlead.console;

import java.util.ArrayList;
import java.util.List;

/// Text in which backquotes mark code, in its parts.
final class Words {

    private Words() {}

    /// One part.
    record Part(String text, boolean isCode) {}

    /// The parts of a text. A backquote without another is one that was meant.
    static List<Part> of(String text) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int start = text.indexOf('`', at);
            int end = start < 0 ? -1 : text.indexOf('`', start + 1);
            if (end < 0) {
                parts.add(new Part(text.substring(at), false));
                return parts;
            }
            if (start > at) {
                parts.add(new Part(text.substring(at, start), false));
            }
            if (end > start + 1) {
                parts.add(new Part(text.substring(start + 1, end), true));
            }
            at = end + 1;
        }
        return parts;
    }
}
