package dev.fairlead.core.secret;

/// Whether a value beside a telling name is a secret. Only such values are judged: elsewhere, random text is more
/// often a checksum, an identifier or data.
final class Judgement {

    private static final int SHORTEST_PASSWORD = 6;
    private static final int SHORTEST_KEY = 10;
    private static final int SHORTEST_UNQUOTED = 8;
    private static final double LEAST_ENTROPY = 2.75;
    private static final int WORDS_OF_A_PHRASE = 4;
    private static final int MOST_USUAL_SYMBOLS = 3;

    private Judgement() {}

    /// Whether a value is a password that someone chose.
    ///
    /// @param isAssigned whether it is set to a name, not said of it
    static boolean isPassword(String value, boolean isQuoted, boolean isAssigned) {
        if (value.length() < SHORTEST_PASSWORD || standsForAnother(value)) {
            return false;
        }
        if (!isQuoted) {
            return isUnquotedSecret(value);
        }
        if (value.indexOf(' ') >= 0) {
            return isAssigned && isPhrase(value);
        }
        return !isNamesAndNumbers(value);
    }

    /// Whether a value is a key that a machine made.
    static boolean isKey(String value, boolean isQuoted) {
        if (value.length() < SHORTEST_KEY || standsForAnother(value) || value.indexOf(' ') >= 0) {
            return false;
        }
        if (!isQuoted) {
            return isUnquotedSecret(value);
        }
        return Values.entropy(value) >= LEAST_ENTROPY
                && !isNamesAndNumbers(value)
                && (Values.hasDigit(value) || unusualSymbols(value) >= MOST_USUAL_SYMBOLS);
    }

    private static boolean standsForAnother(String value) {
        return !Values.hasLetter(value)
                || Values.isReference(value)
                || Values.isPlaceholder(value)
                || Values.isUuid(value)
                || Values.isSequence(value)
                || Values.isRepetition(value);
    }

    /// Without quotes a value may as well be code: it must be random, or have signs that code has not.
    private static boolean isUnquotedSecret(String value) {
        if (value.length() < SHORTEST_UNQUOTED || isNamesAndNumbers(value)) {
            return false;
        }
        boolean isPlain = value.chars().allMatch(c -> Alphabet.WORD.has((char) c) || "+/=~.".indexOf(c) >= 0);
        return isPlain
                ? Values.hasDigit(value) && Values.entropy(value) >= LEAST_ENTROPY
                : !isBalanced(value) && unusualSymbols(value) >= MOST_USUAL_SYMBOLS;
    }

    /// Whether the value reads as names in code do: words and short numbers between separators.
    private static boolean isNamesAndNumbers(String value) {
        int letters = 0;
        int digits = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isLetter(c)) {
                if (digits > 0) {
                    return false;
                }
                letters++;
            } else if (c >= '0' && c <= '9') {
                digits++;
                if (digits > 3 || letters > 0 && digits > 2) {
                    return false;
                }
            } else if ("_.-/:,'@ ".indexOf(c) >= 0) {
                letters = 0;
                digits = 0;
            } else {
                return false;
            }
        }
        return true;
    }

    /// Whether brackets open and close as they do in code, and there is one.
    private static boolean isBalanced(String value) {
        StringBuilder open = new StringBuilder();
        boolean hasBracket = false;
        for (int i = 0; i < value.length(); i++) {
            int opening = "([{<".indexOf(value.charAt(i));
            int closing = ")]}>".indexOf(value.charAt(i));
            hasBracket |= opening >= 0 || closing >= 0;
            if (opening >= 0) {
                open.append(")]}>".charAt(opening));
            } else if (closing >= 0) {
                if (open.isEmpty() || open.charAt(open.length() - 1) != value.charAt(i)) {
                    return false;
                }
                open.setLength(open.length() - 1);
            }
        }
        return hasBracket;
    }

    /// How many different signs the value has that are rare in names, paths and numbers.
    private static long unusualSymbols(String value) {
        return value.chars()
                .filter(c -> !Character.isLetterOrDigit(c) && "_-./:, '\"()[]\\".indexOf(c) < 0)
                .distinct()
                .count();
    }

    /// Whether the value is a phrase of plain words, as a passphrase is: a message begins with a capital or has a stop.
    private static boolean isPhrase(String value) {
        return value.chars().allMatch(c -> c == ' ' || c >= 'a' && c <= 'z')
                && value.chars().filter(c -> c == ' ').count() >= WORDS_OF_A_PHRASE - 1;
    }
}
