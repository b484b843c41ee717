package dev.fairlead.core.secret;

/// Quoted random text that nothing names: what else than a key would someone write out so.
///
/// Where a name stands beside it, the name decides, and [Assignments] have looked at it. Plain hex is taken for a
/// checksum
/// or an identifier.
final class Literals {

    private static final int SHORTEST = 32;
    private static final int LONGEST = 200;
    private static final double LEAST_ENTROPY = 4.5;
    private static final int SHORTEST_HEX = 24;
    private static final double LEAST_HEX_ENTROPY = 3;
    private static final Alphabet HEX = Alphabet.named("Hex");
    private static final Alphabet BASE64 = Alphabet.of("a-zA-Z0-9+/=_-");

    private Literals() {}

    /// The secret behind the quote at a place, where there is one.
    static Look at(CharSequence text, int quote, boolean isHexAsked) {
        int to = BASE64.runFrom(text, quote + 1, LONGEST);
        boolean isQuoted = to < text.length() && text.charAt(to) == text.charAt(quote);
        if (!isQuoted || to - quote - 1 < SHORTEST_HEX || isNamed(text, quote) || isNameItself(text, to)) {
            return Look.NOTHING;
        }
        String value = text.subSequence(quote + 1, to).toString();
        if (value.length() >= SHORTEST && isRandom(value)) {
            return new Look("random-literal", quote + 1, to);
        }
        return isHexAsked && isRandomHex(value) ? new Look(Extra.HEX_LITERAL.rule(), quote + 1, to) : Look.NOTHING;
    }

    private static boolean isRandomHex(String value) {
        return HEX.runFrom(value, 0, LONGEST) == value.length()
                && Values.entropy(value) > LEAST_HEX_ENTROPY
                && !Values.isSequence(value)
                && !Values.isRepetition(value);
    }

    private static boolean isRandom(String value) {
        boolean isMixed = Values.hasDigit(value)
                && value.chars().anyMatch(c -> c >= 'a' && c <= 'z')
                && value.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
        return isMixed
                && Values.entropy(value) > LEAST_ENTROPY
                && !value.startsWith("sha")
                && !Values.isSequence(value)
                && !Values.isPlaceholder(value);
    }

    /// Whether a name or an operator stands before the quote.
    private static boolean isNamed(CharSequence text, int quote) {
        int at = quote;
        while (at > 0 && quote - at < 4 && " \t:=".indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        char before = at > 0 ? text.charAt(at - 1) : ' ';
        return Character.isLetter(before) || "_\"'])\\+".indexOf(before) >= 0;
    }

    /// Whether the text is the key of an object.
    private static boolean isNameItself(CharSequence text, int to) {
        return to + 1 < text.length() && text.charAt(to + 1) == ':';
    }
}
