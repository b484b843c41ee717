package dev.fairlead.cli;

import java.util.ArrayList;
import java.util.List;

/// Fits text into a width.
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

    /// The text, or its beginning and an ellipsis where it is longer.
    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
