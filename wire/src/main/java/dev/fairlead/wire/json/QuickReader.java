package dev.fairlead.wire.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Reads plain JSON quickly, and declines whatever else it meets.
///
/// Most bytes of a record stand in strings and under keys that nobody reads. Strings are passed over eight bytes at a
/// time, copied in runs where they are wanted, and what is not wanted is neither decoded nor made into nodes. Of a
/// value that is passed over, quotes and brackets must match; nothing else of it is checked. What is declined (faults,
/// nesting beyond the limit, half a surrogate pair) is for a reader that knows the whole grammar.
final class QuickReader {

    /// Keys that were met before, so that each is one string. Threads may overwrite each other's; all of them are
    /// right.
    private static final String[] NAMES = new String[2_048];

    private static final int LONGEST_NAME = 64;

    private final byte[] bytes;
    private final int end;
    private final Predicate<String> isWanted;
    private final Predicate<String> isKeptWhole;
    private final StringDecoder decoder;
    private int at;

    /// Thrown where the bytes are not plain JSON.
    static final class Declined extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Declined() {
            super("not plain JSON", null, false, false);
        }
    }

    QuickReader(byte[] bytes, int from, int length, Predicate<String> isWanted, Predicate<String> isKeptWhole) {
        this.bytes = bytes;
        this.at = from;
        this.end = from + length;
        this.isWanted = isWanted;
        this.isKeptWhole = isKeptWhole;
        this.decoder = new StringDecoder(bytes, end);
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
        int stop = ByteSearch.special(bytes, start, end, true);
        if (stop < end && bytes[stop] == '"') {
            at = stop + 1;
            return new String(bytes, start, stop - start, StandardCharsets.ISO_8859_1);
        }
        String text = decoder.decode(start);
        at = decoder.place();
        return text;
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
            int quote = ByteSearch.quote(bytes, from, end);
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
}
