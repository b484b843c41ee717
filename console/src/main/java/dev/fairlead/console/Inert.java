package dev.fairlead.console;

/// Makes a text harmless to look at: what would not be seen, or would make something else be seen, is shown as a sign.
///
/// Agents and tools write what they like. Escaping keeps a page whole; it does not keep a text from lying to its reader
/// by letters that are invisible, that turn the reading direction round, or that move a terminal's cursor.
final class Inert {

    /// The most of one text that a page shows, in characters.
    static final int MOST = 40_000;

    private static final char ESCAPE = 0x1B;
    private static final String HIDDEN =
            "\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B\u200C\u200D\u200E\u200F\u2060\u2061\u2062\u2063"
                    + "\u2064\u2066\u2067\u2068\u2069\u202A\u202B\u202C\u202D\u202E\u206A\u206B\u206C\u206D\u206E\u206F"
                    + "\u2028\u2029\u3164\uFEFF\uFFA0\uFFF9\uFFFA\uFFFB";

    private Inert() {}

    /// The text, harmless, and cut where it is longer than [#MOST].
    static String of(String text) {
        String seen = text.length() <= MOST ? text : text.substring(0, MOST);
        int first = firstOdd(seen);
        if (first == seen.length()) {
            return text.length() <= MOST ? text : seen + left(text.length() - MOST);
        }
        StringBuilder safe = new StringBuilder(seen.length() + 64).append(seen, 0, first);
        for (int i = first; i < seen.length(); i++) {
            char c = seen.charAt(i);
            int end = c == ESCAPE ? colour(seen, i) : i;
            if (end > i) {
                i = end;
            } else if (isTag(seen, i)) {
                safe.append(sign(seen.codePointAt(i)));
                i++;
            } else {
                append(safe, seen, i);
            }
        }
        return text.length() <= MOST
                ? safe.toString()
                : safe.append(left(text.length() - MOST)).toString();
    }

    private static String left(int characters) {
        return "\n… " + Say.say("text.cut", Say.count(characters));
    }

    private static int firstOdd(String text) {
        int at = 0;
        while (at < text.length() && !isOdd(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isOdd(char c) {
        return c < ' ' && c != '\n' && c != '\t'
                || c >= 0x7F && c < 0xA0
                || c >= 0xAD && (Character.isSurrogate(c) || HIDDEN.indexOf(c) >= 0);
    }

    private static void append(StringBuilder safe, String text, int at) {
        char c = text.charAt(at);
        if (!isOdd(c)) {
            safe.append(c);
        } else if (c == '\r') {
            safe.append(at + 1 < text.length() && text.charAt(at + 1) == '\n' ? "" : "␍");
        } else if (c < ' ') {
            safe.append((char) (0x2400 + c));
        } else if (c == 0x7F) {
            safe.append('␡');
        } else if (Character.isSurrogate(c)) {
            safe.append(isWhole(text, at) ? c : '\uFFFD');
        } else {
            safe.append(sign(c));
        }
    }

    private static boolean isWhole(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    /// Letters of plane 14 that nobody sees, with which orders to models are hidden.
    private static boolean isTag(String text, int at) {
        int point = text.codePointAt(at);
        return point >= 0xE0000 && point <= 0xE0FFF;
    }

    private static String sign(int point) {
        return "⟨U+%04X⟩".formatted(point);
    }

    /// Where an order to a terminal to change the colour ends, which says nothing; the start where it is no such order.
    private static int colour(String text, int start) {
        int at = start + 1;
        if (at >= text.length() || text.charAt(at) != '[') {
            return start;
        }
        at++;
        while (at < text.length() && at < start + 24 && isPart(text.charAt(at))) {
            at++;
        }
        return at < text.length() && text.charAt(at) == 'm' ? at : start;
    }

    private static boolean isPart(char c) {
        return c >= '0' && c <= '9' || c == ';' || c == ':';
    }
}
