package dev.fairlead.core.secret;

import java.util.Locale;
import java.util.Set;

/// Credentials that protocols carry: in addresses, in `Authorization` headers, and in `curl --user`.
final class Credentials {

    private static final int LONGEST_AUTHORITY = 300;
    private static final int LONGEST_HEADER = 2_000;
    private static final int SHORTEST_TOKEN = 8;
    private static final int SHORTEST_PASSWORD = 3;
    private static final double LEAST_ENTROPY = 2.75;
    private static final Set<String> SCHEMES = Set.of("basic", "bearer", "token", "api-token", "apikey", "api-key");
    private static final Alphabet TOKEN = Alphabet.of("a-zA-Z0-9_=~@.+/-");

    private Credentials() {}

    /// The password in the address whose `://` begins at a place, where there is one.
    static Look inAddress(CharSequence text, int colon) {
        int from = colon + 3;
        int password = -1;
        int at = -1;
        int end = from;
        while (end < text.length() && end - from < LONGEST_AUTHORITY && isOfAuthority(text.charAt(end))) {
            char c = text.charAt(end);
            if (c == ':' && password < 0) {
                password = end + 1;
            } else if (c == '@') {
                at = end;
            }
            end++;
        }
        if (password < 0 || at <= password) {
            return Look.NOTHING;
        }
        String value = text.subSequence(password, at).toString();
        String host = text.subSequence(at + 1, end).toString();
        return value.length() < SHORTEST_PASSWORD
                        || value.equals(text.subSequence(from, password - 1).toString())
                        || Values.isReference(value)
                        || (isRealHost(host) ? Values.isFiller(value) : Values.isPlaceholder(value))
                ? Look.NOTHING
                : new Look("url-password", password, at);
    }

    private static boolean isOfAuthority(char c) {
        return c > ' ' && "/?#\"'<>`\\(),;".indexOf(c) < 0;
    }

    private static boolean isRealHost(String host) {
        return host.indexOf('.') > 0 && !host.contains("example") && !host.startsWith("127.");
    }

    /// The token in the header whose name ends at a place, where there is one.
    static Look inHeader(CharSequence text, int colon) {
        int from = Names.startOf(text, colon);
        if (colon - from < 13 || !Names.plain(text, from, colon).endsWith("authorization")) {
            return Look.NOTHING;
        }
        int value = skipQuotes(text, colon + 1);
        int end = TOKEN.runFrom(text, value, LONGEST_HEADER);
        String word = text.subSequence(value, end).toString();
        if (SCHEMES.contains(word.toLowerCase(Locale.ROOT))) {
            value = skipQuotes(text, end);
            end = TOKEN.runFrom(text, value, LONGEST_HEADER);
            word = text.subSequence(value, end).toString();
        }
        boolean isToken = word.length() >= SHORTEST_TOKEN
                && Values.hasDigit(word)
                && Values.hasLetter(word)
                && Values.entropy(word) >= LEAST_ENTROPY
                && !Values.isReference(word)
                && !Values.isPlaceholder(word)
                && !Values.isSequence(word);
        return isToken ? new Look("authorization-header", value, end) : Look.NOTHING;
    }

    private static int skipQuotes(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && at - from < 5 && " \t\"'\\".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /// The password in `-u name:password` of a `curl` command; the flag begins at a place.
    static Look ofCurl(CharSequence text, int flag) {
        int end = Names.endOf(text, flag);
        String name = text.subSequence(flag, end).toString();
        if (!name.equals("-u") && !name.equals("--user")) {
            return Look.NOTHING;
        }
        int skipped = end < text.length() && text.charAt(end) == '=' ? end + 1 : end;
        Assignments.Value where = Assignments.value(text, skipped);
        String value = text.subSequence(where.from(), where.to()).toString();
        int colon = value.indexOf(':');
        if (colon < 0) {
            return Look.NOTHING;
        }
        boolean isSecond = colon + 1 < value.length();
        String password = isSecond ? value.substring(colon + 1) : value.substring(0, colon);
        int from = where.from() + (isSecond ? colon + 1 : 0);
        return password.length() < SHORTEST_PASSWORD
                        || isSecond && password.equals(value.substring(0, colon))
                        || Values.isReference(password)
                        || Values.isPlaceholder(password)
                ? Look.NOTHING
                : new Look("curl-user", from, from + password.length());
    }
}
