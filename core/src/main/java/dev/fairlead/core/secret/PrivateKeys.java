package dev.fairlead.core.secret;

/// Private keys in armour: `-----BEGIN … PRIVATE KEY-----` and what follows, to its end or as far as the text has it.
final class PrivateKeys {

    private static final String BEGIN = "-----BEGIN ";
    private static final String KEY = "PRIVATE KEY";
    private static final int LONGEST_HEAD = 120;
    private static final int LONGEST_KEY = 20_000;
    private static final Alphabet ARMOUR = Alphabet.of("a-zA-Z0-9+/=:,. \r\n\t\\-");

    private PrivateKeys() {}

    /// The private key that begins at a place, where there is one.
    static Look at(CharSequence text, int from) {
        if (!isAt(text, from, BEGIN)) {
            return Look.NOTHING;
        }
        int key = find(text, from + BEGIN.length(), from + LONGEST_HEAD, KEY);
        int body = key < 0 ? -1 : find(text, key, key + LONGEST_HEAD, "-----");
        if (body < 0) {
            return Look.NOTHING;
        }
        int start = body + 5;
        int end = start;
        boolean isEmpty = true;
        while (end < text.length() && end - start < LONGEST_KEY && ARMOUR.has(text.charAt(end))) {
            if (isAt(text, end, "-----END")) {
                return isEmpty ? Look.NOTHING : new Look("private-key", from, endOf(text, end));
            }
            isEmpty &= !isContent(text, end);
            end++;
        }
        return isEmpty ? Look.NOTHING : new Look("private-key", from, end);
    }

    /// Whether a character is of the key: not a break, neither a real one nor one that is written out.
    private static boolean isContent(CharSequence text, int at) {
        char c = text.charAt(at);
        return Alphabet.ALPHANUMERIC.has(c) && text.charAt(at - 1) != '\\';
    }

    private static int endOf(CharSequence text, int end) {
        int close = find(text, end + 5, end + LONGEST_HEAD, "-----");
        return close < 0 ? end : close + 5;
    }

    private static int find(CharSequence text, int from, int limit, String word) {
        for (int at = from; at < limit && at + word.length() <= text.length(); at++) {
            if (isAt(text, at, word)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isAt(CharSequence text, int at, String word) {
        if (at + word.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (text.charAt(at + i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
