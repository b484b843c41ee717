package dev.fairlead.wire.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/// Reads plain JSON quickly, and declines whatever else it meets.
///
/// Most bytes of a record stand in strings and under keys that nobody reads. Strings are passed over eight bytes at a
/// time, copied in runs where they are wanted, and what is not wanted is neither decoded nor made into nodes. Of a
/// value that is passed over, quotes and brackets must match; nothing else of it is checked. What is declined (faults,
/// nesting beyond the limit, half a surrogate pair) is for a reader that knows the whole grammar.
final class QuickReader {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long QUOTES = 0x2222222222222222L;
    private static final long BACKSLASHES = 0x5C5C5C5C5C5C5C5CL;
    private static final long BLANKS = 0x2020202020202020L;

    /// Keys that were met before, so that each is one string. Threads may overwrite each other's; all of them are
    /// right.
    private static final String[] NAMES = new String[2_048];

    private static final int LONGEST_NAME = 64;

    private final byte[] bytes;
    private final int end;
    private final Predicate<String> isWanted;
    private final Predicate<String> isKeptWhole;
    private final StringDecoder decoder = new StringDecoder();
    private int at;

    /// Thrown where the bytes are not plain JSON.
    static final class Declined extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Declined() {
            super("not plain JSON", null, false, false);
        }
    }

    QuickReader(byte[] bytes, int from, int length, Predicate<String> isWanted, Predicate<String> isKeptWhole) {
        this.bytes = bytes;
        this.at = from;
        this.end = from + length;
        this.isWanted = isWanted;
        this.isKeptWhole = isKeptWhole;
    }

    /// Every value in the bytes.
    ///
    /// @throws Declined where they are not plain JSON to the end
    List<Node> read() {
        List<Node> nodes = new ArrayList<>(1);
        for (byte next = nextOrEnd(); at < end; next = nextOrEnd()) {
            if (next != '{' && next != '[') {
                throw new Declined(); // a record is an object; what else stands here is seldom JSON at all
            }
            nodes.add(value(0, false));
        }
        return nodes;
    }

    private Node value(int depth, boolean whole) {
        byte first = next();
        return switch (first) {
            case '{' -> fields(deeper(depth), whole);
            case '[' -> items(deeper(depth), whole);
            case '"' -> new Node.Text(string());
            case 't' -> literal("true", Node.Scalar.TRUE);
            case 'f' -> literal("false", Node.Scalar.FALSE);
            case 'n' -> literal("null", Node.Scalar.NULL);
            default -> number();
        };
    }

    private static int deeper(int depth) {
        if (depth == JsonReader.DEEPEST) {
            throw new Declined();
        }
        return depth + 1;
    }

    private Node.Fields fields(int depth, boolean whole) {
        at++;
        if (next() == '}') {
            at++;
            return Node.Fields.NONE;
        }
        List<String> names = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        while (true) {
            expect('"');
            String name = name();
            expect(':');
            at++;
            boolean isWhole = whole || isKeptWhole.test(name);
            if (isWhole || isWanted.test(name)) {
                names.add(name);
                nodes.add(value(depth, isWhole));
            } else {
                skipValue(depth);
            }
            if (next() == '}') {
                at++;
                return new Node.Fields(names, nodes);
            }
            expect(',');
            at++;
        }
    }

    private Node.Items items(int depth, boolean whole) {
        at++;
        if (next() == ']') {
            at++;
            return Node.Items.NONE;
        }
        List<Node> nodes = new ArrayList<>();
        while (true) {
            nodes.add(value(depth, whole));
            if (next() == ']') {
                at++;
                return new Node.Items(nodes);
            }
            expect(',');
            at++;
        }
    }

    private Node literal(String word, Node node) {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= end || bytes[at + i] != word.charAt(i)) {
                throw new Declined();
            }
        }
        at += word.length();
        return node;
    }

    /// A number, by JSON's grammar: an optional minus, digits without a leading zero, a fraction, an exponent.
    private Node number() {
        int start = at;
        skipIf('-');
        int whole = at;
        int digits = digits();
        if (digits == 0 || (digits > 1 && bytes[whole] == '0')) {
            throw new Declined();
        }
        if (skipIf('.') && digits() == 0) {
            throw new Declined();
        }
        if (skipIf('e') || skipIf('E')) {
            if (!skipIf('-')) {
                skipIf('+');
            }
            if (digits() == 0) {
                throw new Declined();
            }
        }
        return new Node.Scalar(new String(bytes, start, at - start, StandardCharsets.ISO_8859_1));
    }

    private boolean skipIf(char c) {
        boolean isThere = at < end && bytes[at] == c;
        at += isThere ? 1 : 0;
        return isThere;
    }

    private int digits() {
        int start = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at - start;
    }

    private String name() {
        int start = at + 1;
        int hash = 0;
        for (int i = start; i < end && i - start < LONGEST_NAME; i++) {
            byte each = bytes[i];
            if (each == '"') {
                at = i + 1;
                return known(start, i - start, hash);
            }
            if (each < ' ' || each == '\\') {
                break; // an escape, or beyond ASCII
            }
            hash = hash * 31 + each;
        }
        return string();
    }

    private String known(int start, int length, int hash) {
        int place = (hash ^ (hash >>> 11)) & (NAMES.length - 1);
        String before = NAMES[place];
        if (before != null && before.hashCode() == hash && isThere(before, start, length)) {
            return before;
        }
        String name = new String(bytes, start, length, StandardCharsets.ISO_8859_1);
        NAMES[place] = name;
        return name;
    }

    private boolean isThere(String name, int start, int length) {
        if (name.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (name.charAt(i) != bytes[start + i]) {
                return false;
            }
        }
        return true;
    }

    /// A string, from its opening quote on.
    private String string() {
        int start = at + 1;
        int stop = special(start, true);
        if (stop < end && bytes[stop] == '"') {
            at = stop + 1;
            return new String(bytes, start, stop - start, StandardCharsets.ISO_8859_1);
        }
        return decoder.decode(start);
    }

    /// The place of the next byte that ends a run of a string: a quote, a backslash, a control character and, if asked,
    /// one that is not ASCII. Eight bytes are looked at together: a byte that equals the one sought is zero in the
    /// exclusive or, and a zero is what the subtraction borrows from (Warren, Hacker's Delight, 6-1).
    private int special(int from, boolean stopsBeyondAscii) {
        long beyondAscii = stopsBeyondAscii ? -1L : 0L;
        int i = from;
        for (; i + Long.BYTES <= end; i += Long.BYTES) {
            long word = (long) WORDS.get(bytes, i);
            long quote = word ^ QUOTES;
            long backslash = word ^ BACKSLASHES;
            long found = ((quote - ONES) & ~quote)
                    | ((backslash - ONES) & ~backslash)
                    | ((word - BLANKS) & ~word)
                    | (beyondAscii & word);
            if ((found & HIGH_BITS) != 0) {
                return i + Long.numberOfTrailingZeros(found & HIGH_BITS) / Byte.SIZE;
            }
        }
        while (i < end) {
            byte each = bytes[i];
            if (each == '"' || each == '\\' || (each < ' ' && (each >= 0 || stopsBeyondAscii))) {
                return i;
            }
            i++;
        }
        return end;
    }

    /// The place of the next quote; the end where there is none.
    private int quote(int from) {
        int i = from;
        for (; i + Long.BYTES <= end; i += Long.BYTES) {
            long quote = (long) WORDS.get(bytes, i) ^ QUOTES;
            long found = (quote - ONES) & ~quote & HIGH_BITS;
            if (found != 0) {
                return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (i < end && bytes[i] != '"') {
            i++;
        }
        return i;
    }

    /// Passes over one value.
    private void skipValue(int depth) {
        byte first = next();
        switch (first) {
            case '"' -> skipString();
            case '{', '[' -> skipNested(depth);
            default -> {
                while (at < end && ",}] \t\r\n".indexOf(bytes[at]) < 0) {
                    at++;
                }
            }
        }
    }

    /// Passes over a string: to the next quote with an even number of backslashes before it.
    private void skipString() {
        int start = at + 1;
        int from = start;
        while (true) {
            int quote = quote(from);
            if (quote >= end) {
                throw new Declined();
            }
            int before = quote;
            while (before > start && bytes[before - 1] == '\\') {
                before--;
            }
            from = quote + 1;
            if ((quote - before) % 2 == 0) {
                at = from;
                return;
            }
        }
    }

    private void skipNested(int depth) {
        long[] isObject = new long[JsonReader.DEEPEST / Long.SIZE + 1];
        int open = 0;
        do {
            byte each = next();
            switch (each) {
                case '"' -> skipString();
                case '{', '[' -> {
                    deeper(depth + open);
                    int word = open / Long.SIZE;
                    long bit = 1L << (open % Long.SIZE);
                    isObject[word] = each == '{' ? isObject[word] | bit : isObject[word] & ~bit;
                    open++;
                    at++;
                }
                case '}', ']' -> {
                    open--;
                    boolean closesObject = (isObject[open / Long.SIZE] & (1L << (open % Long.SIZE))) != 0;
                    if (closesObject != (each == '}')) {
                        throw new Declined();
                    }
                    at++;
                }
                default -> at++;
            }
        } while (open > 0);
    }

    private byte next() {
        byte each = nextOrEnd();
        if (at >= end) {
            throw new Declined();
        }
        return each;
    }

    private byte nextOrEnd() {
        while (at < end) {
            byte each = bytes[at];
            if (each != ' ' && each != '\t' && each != '\r' && each != '\n') {
                return each;
            }
            at++;
        }
        return 0;
    }

    private void expect(char wanted) {
        if (next() != wanted) {
            throw new Declined();
        }
    }

    /// A string with escapes or beyond ASCII: put together as UTF-8, then decoded at once.
    private final class StringDecoder {

        private byte[] text = new byte[0];
        private int length;
        private int from;

        String decode(int start) {
            from = start;
            length = 0;
            while (true) {
                int stop = special(from, false);
                if (stop >= end) {
                    throw new Declined();
                }
                append(stop);
                if (bytes[stop] == '"') {
                    at = stop + 1;
                    return new String(text, 0, length, StandardCharsets.UTF_8);
                }
                if (bytes[stop] != '\\') {
                    throw new Declined(); // control characters must be escaped
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
                default -> throw new Declined();
            }
        }

        private void unicode() {
            int code = hex();
            if (code >= 0xD800 && code <= 0xDFFF) {
                boolean isPair = code <= 0xDBFF && from + 1 < end && bytes[from] == '\\' && bytes[from + 1] == 'u';
                from += 2;
                int low = isPair ? hex() : 0;
                if (low < 0xDC00 || low > 0xDFFF) {
                    throw new Declined();
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
                throw new Declined();
            }
            int code = 0;
            for (int i = 0; i < 4; i++) {
                int digit = Character.digit((char) (bytes[from++] & 0xFF), 16);
                if (digit < 0) {
                    throw new Declined();
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
}
