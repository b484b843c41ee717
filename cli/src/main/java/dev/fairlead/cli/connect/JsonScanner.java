package dev.fairlead.cli.connect;

import java.util.ArrayList;
import java.util.List;

/// Finds where the values of a JSON text stand. Comments and commas after the last entry are passed
/// over, as the agents themselves do in their settings.
final class JsonScanner {

    private static final int DEEPEST = 200;

    private final String text;
    private int at;

    private JsonScanner(String text) {
        this.text = text;
    }

    /// Where the one value of a text and everything in it stands.
    static Spot scan(String text) throws MalformedSettings {
        JsonScanner scanner = new JsonScanner(text);
        scanner.skip();
        Spot whole = scanner.value(0);
        scanner.skip();
        if (scanner.at < text.length()) {
            throw scanner.unexpected();
        }
        return whole;
    }

    private Spot value(int depth) throws MalformedSettings {
        if (depth > DEEPEST) {
            throw new MalformedSettings("it is nested deeper than %d levels".formatted(DEEPEST));
        }
        return switch (peek()) {
            case '{', '[' -> box(depth);
            case '"' -> string();
            default -> literal();
        };
    }

    private Spot box(int depth) throws MalformedSettings {
        int from = at;
        boolean isObject = text.charAt(at) == '{';
        char end = isObject ? '}' : ']';
        List<Spot.Entry> entries = new ArrayList<>();
        at++;
        skip();
        while (peek() != end) {
            Spot.Entry entry = entry(isObject, depth);
            entries.add(entry);
            if (entry.comma() == Spot.Entry.NO_COMMA && peek() != end) {
                throw unexpected();
            }
        }
        at++;
        return new Spot.Box(from, at, List.copyOf(entries));
    }

    private Spot.Entry entry(boolean isObject, int depth) throws MalformedSettings {
        int from = at;
        String name = "";
        if (isObject) {
            if (peek() != '"') {
                throw unexpected();
            }
            Spot key = string();
            name = JsonText.string(text.substring(key.from(), key.to()));
            skip();
            if (peek() != ':') {
                throw unexpected();
            }
            at++;
            skip();
        }
        Spot value = value(depth + 1);
        skip();
        int comma = Spot.Entry.NO_COMMA;
        if (peek() == ',') {
            comma = at++;
            skip();
        }
        return new Spot.Entry(name, from, value, comma);
    }

    private Spot string() throws MalformedSettings {
        int from = at++;
        while (peek() != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
        return new Spot.Leaf(from, at);
    }

    private Spot literal() throws MalformedSettings {
        int from = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (at == from) {
            throw unexpected();
        }
        return new Spot.Leaf(from, at);
    }

    /// Goes on to the next character that is neither blank nor within a comment.
    private void skip() throws MalformedSettings {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (Character.isWhitespace(next) || next == '\uFEFF') {
                at++;
            } else if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                if (end < 0) {
                    throw unexpected();
                }
                at = end + 2;
            } else {
                return;
            }
        }
    }

    private char peek() throws MalformedSettings {
        if (at >= text.length()) {
            throw new MalformedSettings("it ends too early");
        }
        return text.charAt(at);
    }

    private MalformedSettings unexpected() {
        long line = text.substring(0, at).lines().count();
        return new MalformedSettings("it is not JSON at line %d".formatted(Math.max(1, line)));
    }
}
