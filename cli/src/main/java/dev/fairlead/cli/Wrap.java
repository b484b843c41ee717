package dev.fairlead.cli;

import java.util.ArrayList;
import java.util.List;

/// Fits text into columns of a terminal, in which some characters take two and some none.
final class Wrap {

    private Wrap() {}

    /// The text in lines of at most so many columns, broken at blanks where there are any.
    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (columns(rest) > width) {
            int fitting = fitting(rest, width);
            int blank = rest.lastIndexOf(' ', fitting);
            int end = blank > 0 ? blank : fitting;
            lines.add(rest.substring(0, end));
            rest = rest.substring(blank > 0 ? end + 1 : end);
        }
        lines.add(rest);
        return lines;
    }

    /// The text, or its beginning and an ellipsis where it is wider.
    static String cut(String text, int most) {
        return columns(text) <= most ? text : text.substring(0, fitting(text, most - 1)) + "…";
    }

    /// The text, or an ellipsis and its end where it is wider.
    static String tail(String text, int most) {
        int from = 0;
        int columns = columns(text);
        if (columns <= most) {
            return text;
        }
        while (columns > most - 1) {
            int point = text.codePointAt(from);
            columns -= columns(point);
            from += Character.charCount(point);
        }
        return "…" + text.substring(from);
    }

    /// The text on one line and without what a terminal would obey: control characters and turns of direction.
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isBlank = c == '\n' || c == '\t';
            boolean isTurn = c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069';
            plain.append(isBlank ? ' ' : Character.isISOControl(c) || isTurn ? '\ufffd' : c);
        }
        return plain.toString();
    }

    /// How many characters from the beginning fit; one at least, so that breaking comes to an end.
    private static int fitting(String text, int width) {
        int end = 0;
        int columns = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            columns += columns(point);
            if (columns > width && end > 0) {
                return end;
            }
            end += Character.charCount(point);
        }
        return end;
    }

    private static int columns(String text) {
        return text.codePoints().map(Wrap::columns).sum();
    }

    private static int columns(int point) {
        if (point < 0x300) {
            return 1;
        }
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean isWide = point >= 0x1100 && point <= 0x115f
                || point >= 0x2e80 && point <= 0xa4cf
                || point >= 0xac00 && point <= 0xd7a3
                || point >= 0xf900 && point <= 0xfaff
                || point >= 0xfe30 && point <= 0xfe6f
                || point >= 0xff00 && point <= 0xff60
                || point >= 0xffe0 && point <= 0xffe6
                || point >= 0x1f300 && point <= 0x1faff
                || point >= 0x20000 && point <= 0x3fffd;
        return isWide ? 2 : 1;
    }
}
