package dev.fairlead.core.secret;

import java.util.Base64;

/// JSON web tokens: a header and claims, each an object in base64, and a signature that may be missing.
final class WebTokens {

    private static final int SHORTEST_PART = 16;
    private static final int LONGEST_HEADER = 1_000;
    private static final int LONGEST_PART = 20_000;

    private WebTokens() {}

    /// The token that begins at a place, where there is one.
    static Look at(CharSequence text, int from) {
        if (from > 0
                && text.charAt(from - 1) == '-') { // one token in a word, or a long word would be read again and again
            return Look.NOTHING;
        }
        int dot = part(text, from, LONGEST_HEADER);
        if (dot < 0 || dot >= text.length() || text.charAt(dot) != '.' || !isObject(text, from, dot)) {
            return Look.NOTHING;
        }
        int end = part(text, dot + 1, LONGEST_PART);
        if (end < 0) {
            return Look.NOTHING;
        }
        if (end < text.length() && text.charAt(end) == '.') {
            end = Alphabet.WORD.runFrom(text, end + 1, LONGEST_PART);
        }
        return new Look("json-web-token", from, end);
    }

    /// Where the part ends that begins at a place: `{"` in base64, and more; -1 where there is none.
    private static int part(CharSequence text, int from, int most) {
        if (from + 2 >= text.length() || text.charAt(from) != 'e' || text.charAt(from + 1) != 'y') {
            return -1;
        }
        int end = Alphabet.WORD.runFrom(text, from, most);
        return end - from < SHORTEST_PART ? -1 : end;
    }

    /// Whether a part is a whole object, not one that was cut short.
    private static boolean isObject(CharSequence text, int from, int to) {
        try {
            byte[] bytes =
                    Base64.getUrlDecoder().decode(text.subSequence(from, to).toString());
            int last = bytes.length - 1;
            while (last > 0 && bytes[last] <= ' ') {
                last--;
            }
            return bytes[last] == '}';
        } catch (IllegalArgumentException fault) {
            return false; // a run of letters that is not base64
        }
    }
}
