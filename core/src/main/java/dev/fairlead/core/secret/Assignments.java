package dev.fairlead.core.secret;

/// Secrets beside a name that tells of them: `API_KEY=…`, `"password": "…"`, `if (token == "…")`, `--api-key …`.
///
/// Looks from the sign between name and value a fixed number of characters to either side.
final class Assignments {

    private static final int LONGEST_VALUE = 512;
    private static final int MOST_SPACES = 3;

    private Assignments() {}

    /// A value, and how it stands in the text.
    ///
    /// @param from where it begins, after its quote
    /// @param to where it ends
    /// @param isQuoted whether quotes stand around it
    record Value(int from, int to, boolean isQuoted) {

        static final Value NONE = new Value(0, 0, false);

        boolean isEmpty() {
            return to <= from;
        }
    }

    /// The secret beside the sign that begins at a place, where there is one.
    static Look at(CharSequence text, int sign) {
        int afterSign = sign;
        while (afterSign < text.length() && afterSign - sign < 3 && ":=!>?".indexOf(text.charAt(afterSign)) >= 0) {
            afterSign++;
        }
        Look reversed = reversed(text, sign, afterSign);
        if (reversed.isSecret()) {
            return reversed;
        }
        int end = skipBack(text, sign);
        int nameEnd = withoutClosing(text, end);
        int from = Names.startOf(text, nameEnd);
        boolean isArray = end > 1 && nameEnd < end && text.charAt(end - 1) == ']' && text.charAt(end - 2) == '[';
        if (from > 1 && text.charAt(from - 1) == '[' && text.charAt(end - 1) == ']') { // the length of an array
            isArray = true;
            nameEnd = from - 1;
            from = Names.startOf(text, nameEnd);
        }
        if (nameEnd - from < 3 || !Names.mayTell(text, from, nameEnd)) {
            return Look.NOTHING;
        }
        boolean needsQuotes = isArray || afterSign - sign > 1 && text.charAt(sign) != ':';
        int first = skip(text, afterSign);
        if (needsQuotes && (first >= text.length() || "\"'`@\\".indexOf(text.charAt(first)) < 0)) {
            return Look.NOTHING; // without reading on
        }
        Value value = value(text, first);
        if (value.isEmpty() || needsQuotes && !value.isQuoted()) {
            return Look.NOTHING;
        }
        return judged(text, Names.plain(text, from, nameEnd), value, text.charAt(sign) == '=');
    }

    /// The secret beside a flag, such as `--api-key …`; the flag begins at a place.
    static Look atFlag(CharSequence text, int flag) {
        int from = flag + 1 < text.length() && text.charAt(flag + 1) == '-' ? flag + 2 : flag + 1;
        int to = Names.endOf(text, from);
        if (to - from < 3 || to >= text.length() || text.charAt(to) != ' ' || !Names.mayTell(text, from, to)) {
            return Look.NOTHING;
        }
        Value value = value(text, to);
        return value.isEmpty() || text.charAt(value.from()) == '-'
                ? Look.NOTHING
                : judged(text, Names.plain(text, from, to), value, true);
    }

    /// The secret of a statement without a sign, as in `password "…";`; the quote stands at a place.
    static Look atQuote(CharSequence text, int quote) {
        int nameEnd = skipBack(text, quote);
        int from = Names.startOf(text, nameEnd);
        if (nameEnd == quote || nameEnd - from < 3 || !Names.mayTell(text, from, nameEnd)) {
            return Look.NOTHING;
        }
        int to = closing(text, quote + 1, text.charAt(quote));
        boolean isStatement = to > quote + 1 && to + 1 < text.length() && text.charAt(to + 1) == ';';
        return isStatement
                ? judged(text, Names.plain(text, from, nameEnd), new Value(quote + 1, to, true), true)
                : Look.NOTHING;
    }

    /// The secret behind the first argument that is its name, as in `set("api_key", "…")`.
    static Look atComma(CharSequence text, int comma) {
        char quote = comma > 0 ? text.charAt(comma - 1) : ' ';
        if (quote != '"' && quote != '\'') {
            return Look.NOTHING;
        }
        int from = Names.startOf(text, comma - 1);
        boolean isFirst = from > 1 && text.charAt(from - 1) == quote && text.charAt(from - 2) == '(';
        if (!isFirst || comma - 1 - from < 3 || !Names.mayTell(text, from, comma - 1)) {
            return Look.NOTHING;
        }
        Value value = value(text, comma + 1);
        return value.isEmpty() || !value.isQuoted()
                ? Look.NOTHING
                : judged(text, Names.plain(text, from, comma - 1), value, false);
    }

    /// The secret between two tags, as in `<password>…</password>`; the first tag ends at a place.
    static Look atTag(CharSequence text, int bracket) {
        int from = Names.startOf(text, bracket);
        if (from == 0 || text.charAt(from - 1) != '<' || !Names.mayTell(text, from, bracket)) {
            return Look.NOTHING;
        }
        int to = bracket + 1;
        while (to < text.length() && to - bracket < LONGEST_VALUE && text.charAt(to) > ' ' && text.charAt(to) != '<') {
            to++;
        }
        boolean isClosed = to + 1 < text.length() && text.charAt(to) == '<' && text.charAt(to + 1) == '/';
        return !isClosed || to == bracket + 1
                ? Look.NOTHING
                : judged(text, Names.plain(text, from, bracket), new Value(bracket + 1, to, true), false);
    }

    /// The secret that is compared with a name behind it, as in `"…" == password`.
    private static Look reversed(CharSequence text, int sign, int afterSign) {
        boolean isComparison = afterSign - sign > 1 && text.charAt(sign) != ':' && text.charAt(sign + 1) == '=';
        int end = isComparison ? skipBack(text, sign) : 0;
        if (end < 2 || text.charAt(end - 1) != '"' && text.charAt(end - 1) != '\'') {
            return Look.NOTHING;
        }
        char quote = text.charAt(end - 1);
        int from = end - 1;
        while (from > 0 && end - from < LONGEST_VALUE / 4 && text.charAt(from - 1) != quote) {
            from--;
        }
        int name = skip(text, afterSign);
        int nameEnd = Names.endOf(text, name);
        if (from == end - 1 || nameEnd - name < 3 || !Names.mayTell(text, name, nameEnd)) {
            return Look.NOTHING;
        }
        return judged(text, Names.plain(text, name, nameEnd), new Value(from, end - 1, true), false);
    }

    private static Look judged(CharSequence text, String name, Value where, boolean isAssigned) {
        Look known = known(text, where.from());
        if (known.isSecret()) {
            return known;
        }
        String value = text.subSequence(where.from(), where.to()).toString();
        String named = Names.isOfKey(name) ? NamedKeys.rule(name, value) : "";
        if (!named.isEmpty()) {
            return new Look(named, where.from(), where.to());
        }
        boolean isSecret = switch (Names.kind(name)) {
            case OTHER -> false;
            case PASSWORD -> Judgement.isPassword(value, where.isQuoted(), isAssigned);
            case KEY -> !NamedKeys.isElsewhere(name) && Judgement.isKey(value, where.isQuoted());
        };
        String rule = Names.kind(name) == Names.Kind.PASSWORD ? "named-password" : "named-key";
        return new Look(isSecret ? rule : "", where.from(), where.to());
    }

    /// What tells by itself whose key it is needs no name.
    static Look known(CharSequence text, int from) {
        Look token = WebTokens.at(text, from);
        return token.isSecret() ? token : ProviderKeys.at(text, from, text.length() - from);
    }

    /// The value that begins behind a sign.
    static Value value(CharSequence text, int afterSign) {
        int from = skip(text, afterSign);
        if (from < text.length() && (text.charAt(from) == '@' || text.charAt(from) == '\\')) {
            from++; // a verbatim string, or a quote that is escaped
        }
        if (from >= text.length()) {
            return Value.NONE;
        }
        char quote = text.charAt(from);
        if (quote == '"' || quote == '\'' || quote == '`') {
            int to = closing(text, from + 1, quote);
            return to < 0 ? Value.NONE : new Value(from + 1, to, true);
        }
        int to = from;
        while (to < text.length() && to - from < LONGEST_VALUE && !endsValue(text, to)) {
            to++;
        }
        return new Value(from, to, false);
    }

    /// Where a quoted value ends, before the backslash where its quotes are escaped; -1 where it does not end soon.
    static int closing(CharSequence text, int from, char quote) {
        int end = Math.min(text.length(), from + LONGEST_VALUE);
        for (int at = from; at < end && text.charAt(at) != '\n'; at++) {
            if (text.charAt(at) == quote) {
                return at > from && text.charAt(at - 1) == '\\' ? at - 1 : at;
            }
        }
        return -1;
    }

    private static boolean endsValue(CharSequence text, int at) {
        char c = text.charAt(at);
        if (c == ',' || c == '\\') {
            return at + 1 == text.length() || text.charAt(at + 1) <= ' ' || Character.isLetter(text.charAt(at + 1));
        }
        return c <= ' ' || c == ';' || c == '"' || c == '\'' || c == '`' || c == '&';
    }

    private static int skip(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && at - from < MOST_SPACES && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private static int skipBack(CharSequence text, int from) {
        int at = from;
        while (at > 0 && from - at < MOST_SPACES && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t')) {
            at--;
        }
        return at;
    }

    private static int withoutClosing(CharSequence text, int from) {
        int at = from;
        while (at > 0 && from - at < MOST_SPACES && "]['\"\\".indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        return at;
    }
}
