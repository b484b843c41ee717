package dev.fairlead.core.secret;

/// The characters that may stand in one part of a key. Only ASCII: no provider's key has anything else.
///
/// @param low one bit for each of the characters 0 to 63
/// @param high one bit for each of the characters 64 to 127
record Alphabet(long low, long high) {

    static final Alphabet ALPHANUMERIC = of("a-zA-Z0-9");
    /// What stands in names and in most tokens.
    static final Alphabet WORD = of("a-zA-Z0-9_-");

    /// The alphabet of a list of characters and ranges, such as `a-f0-9`; a hyphen at the end stands for itself.
    static Alphabet of(String characters) {
        long low = 0;
        long high = 0;
        for (int at = 0; at < characters.length(); at++) {
            boolean isRange = at + 2 < characters.length() && characters.charAt(at + 1) == '-';
            char last = characters.charAt(isRange ? at + 2 : at);
            for (char c = characters.charAt(at); c <= last; c++) {
                low |= c < 64 ? 1L << c : 0;
                high |= c >= 64 ? 1L << c : 0;
            }
            at += isRange ? 2 : 0;
        }
        return new Alphabet(low, high);
    }

    /// The alphabet that goes by a name in the catalogues.
    static Alphabet named(String name) {
        return switch (name) {
            case "digit" -> of("0-9");
            case "hex" -> of("0-9a-f");
            case "Hex" -> of("0-9a-fA-F");
            case "lower" -> of("0-9a-z");
            case "upper" -> of("0-9A-Z");
            case "letter" -> of("a-zA-Z");
            case "alnum" -> ALPHANUMERIC;
            case "base32" -> of("A-Z2-7");
            case "base64" -> of("a-zA-Z0-9+/");
            case "word" -> WORD;
            case "bar" -> of("|%");
            case "token" -> of("a-zA-Z0-9_.=-");
            default -> throw new IllegalArgumentException("there is no alphabet `%s`".formatted(name));
        };
    }

    boolean has(char c) {
        return c < 64 ? (low >>> c & 1) != 0 : c < 128 && (high >>> (c - 64) & 1) != 0;
    }

    /// Where the run of these characters ends that begins at a place, or a number of characters later.
    int runFrom(CharSequence text, int from, int most) {
        int end = (int) Math.min(text.length(), (long) from + most);
        int at = from;
        while (at < end && has(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
