package dev.fairlead.core.effect;

/// A language in which programs are given on the command line: how its comments and strings look.
enum Language {
    PYTHON("#", "", ""),
    NODE("//", "/*", "*/"),
    PERL("#", "\n=", "\n=cut"),
    RUBY("#", "=begin", "=end"),
    PHP("//", "/*", "*/"),
    LUA("--", "--[[", "]]"),
    R("#", "", ""),
    JULIA("#", "#=", "=#"),
    POWERSHELL("#", "<#", "#>");

    private final String line;
    private final String open;
    private final String close;

    Language(String line, String open, String close) {
        this.line = line;
        this.open = open;
        this.close = close;
    }

    /// The place behind a comment that begins here; the place itself where none does.
    int commentEnd(String code, int at) {
        if (!open.isEmpty() && code.startsWith(open, at)) {
            int end = code.indexOf(close, at + open.length());
            return end < 0 ? code.length() : end + close.length();
        }
        boolean isVariable = this == PERL && at > 0 && "$@{".indexOf(code.charAt(at - 1)) >= 0;
        if (code.startsWith(line, at) && !isVariable) {
            int end = code.indexOf('\n', at);
            return end < 0 ? code.length() : end;
        }
        return at;
    }

    /// The place behind a string such as `%q{…}` that begins here; the place itself where none does.
    int bracketedEnd(String code, int at) {
        boolean isOpen =
                this == RUBY && (code.startsWith("%q{", at) || code.startsWith("%Q{", at) || code.startsWith("%{", at));
        int end = isOpen ? code.indexOf('}', at) : -1;
        return end < 0 ? at : end + 1;
    }

    /// Whether a backslash means itself within single quotes.
    boolean keepsEscapes() {
        return this == PERL || this == RUBY || this == PHP || this == POWERSHELL;
    }

    /// Whether text between backquotes is run by a shell.
    boolean runsBackquotes() {
        return this == PERL || this == RUBY || this == PHP;
    }
}
