package dev.fairlead.core.secret;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Tells values that might be secret from placeholders, examples, test values, references and words.
final class Values {

    /// What people write where a secret belongs.
    private static final List<String> PLACEHOLDERS = List.of(
            "example",
            "placeholder",
            "changeme",
            "change_me",
            "change-me",
            "changeit",
            "dummy",
            "fake",
            "redacted",
            "replace",
            "insert",
            "your_",
            "your-",
            "yourpass",
            "yourkey",
            "yoursecret",
            "yourtoken",
            "sample",
            "masked",
            "hidden",
            "not_real",
            "notreal",
            "notthereal",
            "todo",
            "<",
            "...",
            "\u2026",
            "***",
            "xxxx",
            "test_",
            "test-",
            "-test",
            "_test",
            "testing");
    private static final Set<String> WORDS = Set.of(
            "true",
            "false",
            "null",
            "none",
            "undefined",
            "nil",
            "string",
            "str",
            "bytes",
            "password",
            "passwd",
            "pass",
            "secret",
            "token",
            "test",
            "foobar",
            "default",
            "optional",
            "required",
            "username",
            "user",
            "admin",
            "root",
            "credential",
            "credentials",
            "apikey",
            "api_key",
            "key",
            "value",
            "empty",
            "unset",
            "undef",
            "nopasswd");
    /// Google's own samples and public projects carry these keys, without their beginning, for everyone to see.
    private static final Set<String> PUBLISHED = Set.of(
            "Syabcdefghijklmnopqrstuvwxyz1234567",
            "SyAnLA7NfeLquW1tJFpx_eQCxoX-oo6YyIs",
            "SyCkEhVjf3pduRDt6d1yKOMitrUEke8agEM",
            "SyDMAScliyLx7F0NPDEJi1QmyCgHIAODrlU",
            "SyD3asb-2pEZVqMkmL6M9N6nHZRR_znhrh0",
            "yDNSXIbFmlXbIE6mCzDLQAqITYefhixbX4A",
            "SyAdOS2zB6NCsk1pCdZ4-P6GBdi_UUPwX7c",
            "SyASWm6HmTMdYWpgMnjRBjxcQ9CKctWmLd4",
            "SyANUvH9H9BsUccjsu2pCmEkOPjjaXeDQgY",
            "SyA5_iVawFQ8ABuTZNUdcwERLJv_a_p4wtM",
            "SyA4UrcGxgwQFTfaI3no3t7Lt1sjmdnP5sQ",
            "SyDSb51JiIcB6OJpwwMicseKRhhrOq1cS7g",
            "SyBF2RrAIm4a0mO64EShQfqfd2AFnzAvvuU",
            "SyBcE-OOIbhjyR83gm4r2MFCu4MJmprNXsw",
            "SyB8qGxt4ec15vitgn44duC5ucxaOi4FmqE",
            "SyA8vmApnrHNFE0bApF4hoZ11srVL_n0nvY");
    private static final int PIECE = 4;

    private Values() {}

    /// Bits for each character, from how often each occurs (Shannon).
    static double entropy(String text) {
        int[] counts = new int[128];
        for (int i = 0; i < text.length(); i++) {
            counts[text.charAt(i) & 127]++;
        }
        double bits = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / text.length();
                bits -= share * Math.log(share) / Math.log(2);
            }
        }
        return bits;
    }

    /// Whether more than half of the text counts on through the digits or the alphabet, or comes again and again.
    static boolean isSequence(String text) {
        int steps = 0;
        for (int i = 1; i < text.length(); i++) {
            int step = Character.toLowerCase(text.charAt(i)) - Character.toLowerCase(text.charAt(i - 1));
            steps += step == 1 || step == -1 ? 1 : 0;
        }
        return 2 * steps > text.length() - 1;
    }

    /// Whether more than half of the pieces of four characters stand in the text before.
    static boolean isRepetition(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        Set<String> pieces = new HashSet<>();
        int known = 0;
        for (int i = 0; i + PIECE <= folded.length(); i++) {
            known += pieces.add(folded.substring(i, i + PIECE)) ? 0 : 1;
        }
        return 2 * known > folded.length() - PIECE + 1;
    }

    /// Whether a provider publishes this key for everyone.
    static boolean isPublished(String body) {
        return PUBLISHED.contains(body);
    }

    static boolean hasDigit(String text) {
        return text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    static boolean hasLetter(String text) {
        return text.chars().anyMatch(Character::isLetter);
    }

    /// Whether the value stands for a secret that is elsewhere: a variable, a substitution, a template, a file.
    static boolean isReference(String value) {
        char first = value.charAt(0);
        char last = value.charAt(value.length() - 1);
        return first == '$' && value.length() > 1 && value.indexOf(' ') < 0 && isNameOrBrace(value)
                || value.contains("$(")
                || hasTemplate(value, "${", "}")
                || hasTemplate(value, "{{", "}}")
                || first == '{' && last == '}'
                || first == '[' && last == ']'
                || first == '%' && last == '%'
                || first == '<'
                || first == '`'
                || first == '@' && last == '@'
                || first == '/'
                || value.startsWith("~/")
                || value.startsWith("./")
                || value.contains("://")
                || value.contains("environ")
                || value.contains("getenv")
                || value.contains("process.env");
    }

    private static boolean isNameOrBrace(String value) {
        char second = value.charAt(1);
        return second == '{'
                || second == '('
                || value.substring(1)
                        .chars()
                        .allMatch(c -> c == '_' || c == ':' || c == '.' || Character.isLetterOrDigit(c));
    }

    /// Whether something like `${NAME}` stands in the value: what is between the marks is a name or a path of names.
    private static boolean hasTemplate(String value, String open, String close) {
        int from = value.indexOf(open);
        int to = from < 0 ? -1 : value.indexOf(close, from + open.length());
        if (to < 0) {
            return false;
        }
        return value.substring(from + open.length(), to)
                .chars()
                .allMatch(c -> Character.isLetterOrDigit(c) || " _.-:=$|?".indexOf(c) >= 0);
    }

    /// Whether the value stands where a secret will be, or is one that is made for tests.
    static boolean isPlaceholder(String value) {
        String folded = value.toLowerCase(Locale.ROOT);
        if (WORDS.contains(folded) || isSameCharacter(folded)) {
            return true;
        }
        for (String word : PLACEHOLDERS) {
            if (folded.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the value is no more than dots, stars or crosses.
    static boolean isFiller(String value) {
        String folded = value.toLowerCase(Locale.ROOT);
        return isSameCharacter(folded) || folded.contains("xxxx") || folded.contains("***") || folded.contains("...");
    }

    private static boolean isSameCharacter(String value) {
        return value.chars().distinct().count() <= 2;
    }

    /// Whether the value is an identifier that anyone may see.
    static boolean isUuid(String value) {
        return value.length() == 36
                && value.charAt(8) == '-'
                && value.charAt(13) == '-'
                && value.charAt(18) == '-'
                && value.charAt(23) == '-'
                && Alphabet.of("0-9a-fA-F-").runFrom(value, 0, 36) == 36;
    }

    /// Whether the value is made of words: letters only, between separators.
    static boolean isWords(String value) {
        return value.chars().allMatch(c -> Character.isLetter(c) || "_.-/: ,'".indexOf(c) >= 0);
    }
}
