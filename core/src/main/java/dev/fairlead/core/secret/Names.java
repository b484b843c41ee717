package dev.fairlead.core.secret;

import java.util.List;
import java.util.Locale;

/// Names of variables, fields and flags that tell that a secret stands beside them.
final class Names {

    /// What a name speaks of.
    enum Kind {
        /// Nothing secret.
        OTHER,
        /// A password, which a person may have chosen: any text.
        PASSWORD,
        /// A key or token, which a machine has made: random text.
        KEY
    }

    private static final int LONGEST = 60;
    private static final List<String> PASSWORDS =
            List.of("password", "passwd", "passphrase", "pwd", "contrasena", "contraseña", "dbpass", "keypass");
    private static final List<String> KEYS = List.of(
            "secret",
            "token",
            "apikey",
            "appkey",
            "authkey",
            "servicekey",
            "applicationkey",
            "accountkey",
            "dbkey",
            "databasekey",
            "clientkey",
            "accesskey",
            "privatekey",
            "privkey",
            "encryptionkey",
            "signingkey",
            "masterkey",
            "adminkey",
            "credential");
    /// What follows such a word where the name speaks of something about the secret, not of the secret.
    private static final List<String> ABOUT = List.of(
            "name",
            "ref",
            "id",
            "file",
            "path",
            "url",
            "uri",
            "dir",
            "type",
            "count",
            "len",
            "size",
            "limit",
            "field",
            "label",
            "hint",
            "prompt",
            "policy",
            "exp",
            "ttl",
            "alias",
            "ring",
            "manager",
            "store",
            "provider",
            "arn",
            "version",
            "format",
            "input",
            "error",
            "valid",
            "iz",
            "endpoint",
            "env",
            "var",
            "hash",
            "salt",
            "regex",
            "pattern",
            "reset",
            "confirm",
            "budget",
            "usage",
            "bucket",
            "digest",
            "service",
            "param",
            "header");
    /// What precedes it there: a place in a list, what everyone may see, or what no longer gives the secret away.
    private static final List<String> PUBLIC = List.of(
            "public",
            "hashed",
            "page",
            "next",
            "continuation",
            "csrf",
            "xsrf",
            "cancellation",
            "sync",
            "max",
            "num",
            "total",
            "min",
            "per",
            "input",
            "output",
            "no");

    private Names() {}

    /// Where the name begins that ends at a place.
    static int startOf(CharSequence text, int end) {
        int from = end;
        while (from > 0 && end - from < LONGEST && isPart(text.charAt(from - 1))) {
            from--;
        }
        return from;
    }

    /// Where the name ends that begins at a place.
    static int endOf(CharSequence text, int from) {
        int end = from;
        while (end < text.length() && end - from < LONGEST && isPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isPart(char c) {
        return Alphabet.WORD.has(c) || c == '.' || c >= 128 && Character.isLetter(c);
    }

    /// Whether a name may tell of a secret at all: a cheap look that most names do not pass.
    static boolean mayTell(CharSequence text, int from, int to) {
        for (int i = from; i + 1 < to; i++) {
            char c = (char) (text.charAt(i) | 0x20);
            char next = (char) (text.charAt(i + 1) | 0x20);
            boolean isStem = c == 'k' && next == 'e' // key, token
                    || c == 'p' && (next == 'a' || next == 'w') // pass, pwd
                    || c == 's' && next == 'e' // secret
                    || c == 'c' && (next == 'r' || next == 'o') // credential, contraseña
                    || c == 'a' && next == 'u'; // authorization
            if (isStem) {
                return true;
            }
        }
        return false;
    }

    /// The name in lower case, without separators.
    static String plain(CharSequence text, int from, int to) {
        StringBuilder plain = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c != '_' && c != '-' && c != '.') {
                plain.append(c);
            }
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    /// What a name speaks of.
    ///
    /// @param name in lower case, without separators
    static Kind kind(String name) {
        if (name.endsWith("pass") && !name.endsWith("bypass") && !name.endsWith("compass")) {
            return Kind.PASSWORD;
        }
        if (tells(name, PASSWORDS)) {
            return Kind.PASSWORD;
        }
        return tells(name, KEYS) ? Kind.KEY : Kind.OTHER;
    }

    /// Whether a name speaks of a key or a password in the widest sense: enough where it names the provider too.
    static boolean isOfKey(String name) {
        return name.contains("key")
                || name.contains("token")
                || name.contains("pass")
                || name.contains("pw")
                || name.contains("secret")
                || name.contains("contribsys");
    }

    private static boolean tells(String name, List<String> words) {
        for (String word : words) {
            int at = name.lastIndexOf(word);
            if (at >= 0) {
                String before = name.substring(0, at);
                String after = name.substring(at + word.length());
                return !after.equals("s")
                        && ABOUT.stream().noneMatch(after::startsWith)
                        && PUBLIC.stream().noneMatch(before::endsWith);
            }
        }
        return false;
    }
}
