package dev.fairlead.core.shell;

/// Reads `$'…'`, in which escapes stand for characters as in C; `printf` and `echo -e` know the same ones.
public final class AnsiQuotes {

    private AnsiQuotes() {}

    /// The text up to the closing quote, which is passed over.
    static String read(Cursor cursor) {
        int start = cursor.at();
        while (cursor.peek() != '\'') {
            if (cursor.take() == '\\') {
                cursor.take();
            }
        }
        String raw = cursor.slice(start, cursor.at());
        cursor.skip(1);
        return unescaped(raw);
    }

    /// The text with every escape replaced by what it stands for; what is none is left as it is.
    public static String unescaped(String raw) {
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        StringBuilder text = new StringBuilder(raw.length());
        int i = 0;
        while (i < raw.length()) {
            char c = raw.charAt(i);
            if (c == '\\' && i + 1 < raw.length()) {
                i = escape(raw, i + 1, text);
            } else {
                text.append(c);
                i++;
            }
        }
        return text.toString();
    }

    private static int escape(String raw, int at, StringBuilder text) {
        char c = raw.charAt(at);
        int single = "abefnrtv\\'\"?".indexOf(c);
        if (single >= 0) {
            text.append("\007\b\033\f\n\r\t\013\\'\"?".charAt(single));
            return at + 1;
        }
        return switch (c) {
            case 'E' -> {
                text.append('\033');
                yield at + 1;
            }
            case 'x' -> number(raw, at + 1, 2, 16, text);
            case 'u' -> number(raw, at + 1, 4, 16, text);
            case 'U' -> number(raw, at + 1, 8, 16, text);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> number(raw, at, 3, 8, text);
            case 'c' -> {
                text.append(at + 1 < raw.length() ? (char) (raw.charAt(at + 1) & 0x1f) : 'c');
                yield Math.min(raw.length(), at + 2);
            }
            default -> {
                text.append('\\').append(c);
                yield at + 1;
            }
        };
    }

    private static int number(String raw, int from, int most, int base, StringBuilder text) {
        int start = raw.startsWith("{", from) && base == 16 ? from + 1 : from;
        int i = start;
        int value = 0;
        while (i < raw.length() && i - start < most && Character.digit(raw.charAt(i), base) >= 0) {
            value = value * base + Character.digit(raw.charAt(i), base);
            i++;
        }
        if (i == start) {
            text.append('\\').append(raw.charAt(from - 1));
            return from;
        }
        // An octal number beyond a byte loses what is above it, as in the shell.
        int code = base == 8 ? value & 0xff : value;
        if (Character.isValidCodePoint(code)) {
            text.appendCodePoint(code);
        }
        return start > from && raw.startsWith("}", i) ? i + 1 : i;
    }
}
