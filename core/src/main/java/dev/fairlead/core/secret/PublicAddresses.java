package dev.fairlead.core.secret;

/// Addresses of the public internet, as four numbers with dots.
final class PublicAddresses {

    private static final int NUMBERS = 4;
    private static final int HIGHEST = 255;

    private PublicAddresses() {}

    /// The address that begins at a place, where there is one.
    static Look at(CharSequence text, int from) {
        if (from > 0 && text.charAt(from - 1) == '.') {
            return Look.NOTHING;
        }
        int[] numbers = new int[NUMBERS];
        int at = from;
        for (int i = 0; i < NUMBERS; i++) {
            int end = digits(text, at);
            boolean hasLeadingZero = end - at > 1 && text.charAt(at) == '0';
            if (end == at || hasLeadingZero) {
                return Look.NOTHING;
            }
            numbers[i] = Integer.parseInt(text, at, end, 10);
            boolean isParted = i == NUMBERS - 1 || end < text.length() && text.charAt(end) == '.';
            if (numbers[i] > HIGHEST || !isParted) {
                return Look.NOTHING;
            }
            at = end + 1;
        }
        int end = at - 1;
        boolean goesOn = end < text.length() && (Alphabet.WORD.has(text.charAt(end)) || isNumberNext(text, end));
        return goesOn || isPrivate(numbers[0], numbers[1])
                ? Look.NOTHING
                : new Look(Extra.PUBLIC_ADDRESS.rule(), from, end);
    }

    private static int digits(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && at - from < 3 && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static boolean isNumberNext(CharSequence text, int end) {
        return text.charAt(end) == '.' && digits(text, end + 1) > end + 1;
    }

    /// Whether the address is of a local network, of this machine, or of no machine.
    private static boolean isPrivate(int first, int second) {
        return first == 0
                || first == 10
                || first == 127
                || first >= 224
                || first == 169 && second == 254
                || first == 172 && second >= 16 && second < 32
                || first == 192 && second == 168;
    }
}
