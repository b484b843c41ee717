package dev.fairlead.core.effect;

import dev.fairlead.core.shell.AnsiQuotes;
import java.util.ArrayList;
import java.util.List;

/// The text of a program in another language, cut into names, strings and signs; comments are left out.
record CodeText(List<Token> tokens) {

    private static final int MOST = 20_000;

    /// What a token is.
    enum Kind {
        NAME,
        TEXT,
        SIGN
    }

    /// A token.
    ///
    /// @param text a name, a string without its quotes, or one sign
    record Token(Kind kind, String text) {
        boolean is(String sign) {
            return kind == Kind.SIGN && text.equals(sign);
        }

        boolean isName(String name) {
            return kind == Kind.NAME && text.equals(name);
        }
    }

    CodeText {
        tokens = List.copyOf(tokens);
    }

    /// Cuts a program as its language would.
    static CodeText of(String code, Language language) {
        List<Token> tokens = new ArrayList<>();
        int i = 0;
        while (i < code.length() && tokens.size() < MOST) {
            char c = code.charAt(i);
            int comment = language.commentEnd(code, i);
            int bracket = language.bracketedEnd(code, i);
            if (comment > i) {
                i = comment;
            } else if (bracket > i) {
                tokens.add(new Token(Kind.TEXT, code.substring(code.indexOf('{', i) + 1, bracket - 1)));
                i = bracket;
            } else if (c == '\'' || c == '"' || c == '`') {
                i = string(code, i, language, tokens);
            } else if (isNamePart(c)) {
                int start = i;
                while (i < code.length() && isNamePart(code.charAt(i))) {
                    i++;
                }
                tokens.add(new Token(Kind.NAME, code.substring(start, i)));
            } else {
                if (!Character.isWhitespace(c) || c == '\n') {
                    tokens.add(new Token(Kind.SIGN, String.valueOf(c)));
                }
                i++;
            }
        }
        return new CodeText(tokens);
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '!';
    }

    private static int string(String code, int at, Language language, List<Token> tokens) {
        char quote = code.charAt(at);
        boolean isTriple = code.startsWith(String.valueOf(quote).repeat(3), at) && quote != '`';
        int open = isTriple ? 3 : 1;
        boolean isRaw = !tokens.isEmpty() && tokens.getLast().isName("r") && code.charAt(Math.max(0, at - 1)) == 'r';
        if (isRaw || !tokens.isEmpty() && tokens.getLast().isName("f") && code.charAt(Math.max(0, at - 1)) == 'f') {
            tokens.removeLast();
        }
        StringBuilder text = new StringBuilder();
        int i = at + open;
        String closing = code.substring(at, at + open);
        while (i < code.length() && !code.startsWith(closing, i)) {
            if (code.charAt(i) == '\\' && i + 1 < code.length()) {
                text.append(code, i, i + 2);
                i += 2;
            } else {
                text.append(code.charAt(i++));
            }
        }
        boolean isPlain = isRaw || quote == '\'' && language.keepsEscapes();
        String value = isPlain ? text.toString() : AnsiQuotes.unescaped(text.toString());
        if (quote == '`' && language.runsBackquotes()) {
            tokens.add(new Token(Kind.NAME, "system"));
            tokens.add(new Token(Kind.SIGN, "("));
            tokens.add(new Token(Kind.TEXT, value));
            tokens.add(new Token(Kind.SIGN, ")"));
        } else {
            tokens.add(new Token(Kind.TEXT, value));
        }
        return Math.min(code.length(), i + open);
    }
}
