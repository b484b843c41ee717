package dev.fairlead.cli;

import dev.fairlead.core.secret.Secrets;
import java.util.Locale;

/// Text as it may stand in a page.
final class Html {

    private Html() {}

    /// The text with everything escaped that a page would read as its own.
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c < ' ' && c != '\n' && c != '\t' ? '\ufffd' : c);
            }
        }
        return safe.toString();
    }

    /// Words in which backquotes mark code.
    static String words(String text) {
        StringBuilder html = new StringBuilder();
        boolean isCode = false;
        for (String part : text.split("`", -1)) {
            String safe = escaped(Secrets.redact(part));
            html.append(isCode ? "<code>" + safe + "</code>" : safe);
            isCode = !isCode;
        }
        return html.toString();
    }

    /// A number and its noun, in the plural where that is right.
    static String counted(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }
}
