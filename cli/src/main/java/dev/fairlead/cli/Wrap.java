package dev.fairlead.cli;

import java.util.ArrayList;
import java.util.List;

/// Breaks text into lines.
final class Wrap {

    private Wrap() {}

    /// The text in lines of at most so many characters, broken at blanks where there are any.
    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int blank = rest.lastIndexOf(' ', width);
            int end = blank > 0 ? blank : width;
            lines.add(rest.substring(0, end));
            rest = rest.substring(blank > 0 ? end + 1 : end);
        }
        lines.add(rest);
        return lines;
    }
}
