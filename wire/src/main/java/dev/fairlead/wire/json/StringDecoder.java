package dev.fairlead.wire.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A string with escapes or beyond ASCII: put together as UTF-8, then decoded at once.
final class StringDecoder {

    private final byte[] bytes;
    private final int end;
    private byte[] text = new byte[0];
    private int length;
    private int from;

    /// @param end where the bytes that may be read end
    StringDecoder(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    /// The place after the closing quote of the string that was decoded last.
    int place() {
        return from;
    }

    /// The string whose first byte after the opening quote is at `start`.
    ///
    /// @throws QuickReader.Declined where it is not a string of the grammar, or holds half a surrogate pair
    String decode(int start) {
        from = start;
        length = 0;
        while (true) {
            int stop = ByteSearch.special(bytes, from, end, false);
            if (stop >= end) {
                throw new QuickReader.Declined();
            }
            append(stop);
            if (bytes[stop] == '"') {
                from = stop + 1;
                return new String(text, 0, length, StandardCharsets.UTF_8);
            }
            if (bytes[stop] != '\\') {
                throw new QuickReader.Declined(); // control characters must be escaped
            }
            escape(stop + 1);
        }
    }

    private void append(int stop) {
        int more = stop - from;
        room(more);
        System.arraycopy(bytes, from, text, length, more);
        length += more;
    }

    private void escape(int place) {
        byte kind = place < end ? bytes[place] : 0;
        from = place + 1;
        switch (kind) {
            case '"', '\\', '/' -> put(kind);
            case 'n' -> put('\n');
            case 't' -> put('\t');
            case 'r' -> put('\r');
            case 'b' -> put('\b');
            case 'f' -> put('\f');
            case 'u' -> unicode();
            default -> throw new QuickReader.Declined();
        }
    }

    private void unicode() {
        int code = hex();
        if (code >= 0xD800 && code <= 0xDFFF) {
            boolean isPair = code <= 0xDBFF && from + 1 < end && bytes[from] == '\\' && bytes[from + 1] == 'u';
            from += 2;
            int low = isPair ? hex() : 0;
            if (low < 0xDC00 || low > 0xDFFF) {
                throw new QuickReader.Declined();
            }
            code = Character.toCodePoint((char) code, (char) low);
        }
        byte[] utf8 = Character.toString(code).getBytes(StandardCharsets.UTF_8);
        room(utf8.length);
        System.arraycopy(utf8, 0, text, length, utf8.length);
        length += utf8.length;
    }

    private int hex() {
        if (from + 4 > end) {
            throw new QuickReader.Declined();
        }
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit((char) (bytes[from++] & 0xFF), 16);
            if (digit < 0) {
                throw new QuickReader.Declined();
            }
            code = code * 16 + digit;
        }
        return code;
    }

    private void put(int c) {
        room(1);
        text[length++] = (byte) c;
    }

    private void room(int more) {
        if (length + more > text.length) {
            text = Arrays.copyOf(text, Math.max(length + more, 4 * text.length + 1_024));
        }
    }
}
