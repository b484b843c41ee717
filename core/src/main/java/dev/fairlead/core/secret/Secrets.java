package dev.fairlead.core.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds secrets in text and masks them.
///
/// One pass from left to right. What may begin a secret is told from a character and its neighbours; from there each
/// rule looks a bounded number of characters ahead, and what it takes is not looked at again. So the work is linear in
/// the
/// length of the text, whatever stands in it.
public final class Secrets {

    private static final int CURL_REACHES = 2_000;
    /// How far behind the first character of an escape a word may begin within a word: `%3D`.
    private static final int LONGEST_ESCAPE = 3;
    private static final int BASE64_BEFORE = 20;
    /// All that may begin a secret or stand beside one; most of the rest is white space and brackets.
    private static final Alphabet TELLING = Alphabet.of("a-zA-Z0-9_.~|%:/=+@\\!,>\"'-");
    private static final Alphabet BASE64 = Alphabet.named("base64");
    private static final int SHOWN = 4;
    private static final int LONG_ENOUGH_TO_SHOW = 20;

    private Secrets() {}

    /// The secrets in a text, in order; none overlaps another.
    public static List<Secret> in(CharSequence text) {
        return in(text, Set.of());
    }

    /// The secrets in a text by the usual rules and some that are asked for, in order; none overlaps another.
    public static List<Secret> in(CharSequence text, Set<Extra> extras) {
        List<Secret> found = new ArrayList<>();
        int curl = -CURL_REACHES;
        int lookedTo = 0;
        int signsTo = 0;
        int escape = -LONGEST_ESCAPE;
        boolean isWithin = false;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            curl = c == 'l' && isCurl(text, at) ? at : curl;
            boolean goesOn = isWithin && at - escape > LONGEST_ESCAPE;
            isWithin = Alphabet.ALPHANUMERIC.has(c);
            if (goesOn && isWithin || !TELLING.has(c)) {
                at++;
                continue;
            }
            escape = c == '\\' || c == '%' ? at : escape;
            signsTo = at < signsTo ? signsTo : ProviderKeys.SIGNS.runFrom(text, at, text.length() - at);
            Look look = lookAt(text, at, signsTo, at < lookedTo, at - curl < CURL_REACHES, extras);
            lookedTo = Math.max(lookedTo, look.to());
            if (look.isSecret()) {
                found.add(new Secret(look.rule(), look.from(), look.to()));
                at = Math.max(at + 1, look.to());
                isWithin = false;
            } else {
                at++;
            }
        }
        return withoutOverlaps(found);
    }

    private static Look lookAt(
            CharSequence text, int at, int signsTo, boolean isWithin, boolean isOfCurl, Set<Extra> extras) {
        char c = text.charAt(at);
        Look look = isStart(text, at, c) ? startingAt(text, at, signsTo - at, isOfCurl, extras) : Look.NOTHING;
        return look.isSecret() ? look : signAt(text, at, c, isWithin, extras);
    }

    /// The text with its secrets masked. Of a long one the beginning stays, to tell one from another.
    public static String redact(CharSequence text) {
        List<Secret> secrets = in(text);
        if (secrets.isEmpty()) {
            return text.toString();
        }
        StringBuilder safe = new StringBuilder(text.length());
        int done = 0;
        for (Secret secret : secrets) {
            safe.append(text, done, secret.from());
            if (secret.rule().equals("private-key")) {
                safe.append("[private key]");
            } else {
                boolean isShown = secret.to() - secret.from() >= LONG_ENOUGH_TO_SHOW;
                safe.append(text, secret.from(), secret.from() + (isShown ? SHOWN : 0))
                        .append("…[masked]");
            }
            done = secret.to();
        }
        return safe.append(text, done, text.length()).toString();
    }

    /// What begins at a place where no word goes on.
    private static Look startingAt(CharSequence text, int at, int room, boolean isOfCurl, Set<Extra> extras) {
        char c = text.charAt(at);
        if (c == '-') {
            Look key = PrivateKeys.at(text, at);
            Look user = isOfCurl && !key.isSecret() ? Credentials.ofCurl(text, at) : key;
            return user.isSecret() ? user : Assignments.atFlag(text, at);
        }
        if (c >= '0' && c <= '9' && extras.contains(Extra.PUBLIC_ADDRESS)) {
            Look address = PublicAddresses.at(text, at);
            if (address.isSecret()) {
                return address;
            }
        }
        Look token = c == 'e' ? WebTokens.at(text, at) : Look.NOTHING;
        return token.isSecret() ? token : ProviderKeys.at(text, at, room);
    }

    /// What stands beside the sign at a place.
    ///
    /// @param isWithin whether the sign is of a value that was looked at
    private static Look signAt(CharSequence text, int at, char c, boolean isWithin, Set<Extra> extras) {
        return switch (c) {
            case ':' -> isInner(text, at) ? Look.NOTHING : atColon(text, at, isWithin);
            case '=', '!' -> isWithin || isInner(text, at) ? Look.NOTHING : Assignments.at(text, at);
            case ',' -> Assignments.atComma(text, at);
            case '>' -> Assignments.atTag(text, at);
            case '"', '\'' -> atQuote(text, at, extras.contains(Extra.HEX_LITERAL));
            default -> Look.NOTHING;
        };
    }

    private static Look atQuote(CharSequence text, int at, boolean isHexAsked) {
        Look literal = Literals.at(text, at, isHexAsked);
        if (!literal.isSecret()) {
            return Assignments.atQuote(text, at);
        }
        Look known = Assignments.known(text, at + 1);
        return known.isSecret() ? known : literal;
    }

    private static Look atColon(CharSequence text, int at, boolean isWithin) {
        if (at + 2 < text.length() && text.charAt(at + 1) == '/' && text.charAt(at + 2) == '/') {
            return Credentials.inAddress(text, at);
        }
        Look header = Credentials.inHeader(text, at);
        return header.isSecret() || isWithin ? header : Assignments.at(text, at);
    }

    /// Whether the sign at a place goes on with the one before it.
    private static boolean isInner(CharSequence text, int at) {
        return at > 0 && ":=!".indexOf(text.charAt(at - 1)) >= 0;
    }

    /// Whether no word and no file name goes on at a place: a key may begin there. `\n` and `%3D` that are written out
    /// end a word too.
    private static boolean isStart(CharSequence text, int at, char c) {
        if (!ProviderKeys.SIGNS.has(c)) {
            return false;
        }
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        if (before != '_' && before != '.' && !Alphabet.ALPHANUMERIC.has(before)) {
            return !(before == '/' || before == '+') || !isOfBase64(text, at);
        }
        if (at < 2) {
            return false;
        }
        boolean isEscape = text.charAt(at - 2) == '\\' && (before == 'n' || before == 't' || before == 'r');
        return isEscape || at > 2 && text.charAt(at - 3) == '%';
    }

    /// Whether a place lies in the midst of encoded bytes, where any beginning comes up by chance.
    private static boolean isOfBase64(CharSequence text, int at) {
        int from = at - BASE64_BEFORE;
        return from >= 0 && BASE64.runFrom(text, from, BASE64_BEFORE) == at;
    }

    private static boolean isCurl(CharSequence text, int at) {
        return at >= 3 && text.charAt(at - 1) == 'r' && text.charAt(at - 2) == 'u' && text.charAt(at - 3) == 'c';
    }

    private static List<Secret> withoutOverlaps(List<Secret> found) {
        List<Secret> apart = new ArrayList<>(found.size());
        int end = 0;
        for (Secret secret : found) {
            if (secret.from() >= end) {
                apart.add(secret);
                end = secret.to();
            }
        }
        return List.copyOf(apart);
    }
}
