package dev.fairlead.code.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// The tree of one text: all of its nodes in the order of the text, those above before those within.
public final class SyntaxTree {

    /// The deepest nesting that is kept; what stands below is left out.
    public static final int DEEPEST = 1_000;

    static final int WIDTH = 6;
    static final int KIND = 0;
    static final int FIELD = 1;
    static final int FROM = 2;
    static final int TO = 3;
    static final int PARENT = 4;
    /// The number of the first node behind all that is within.
    static final int END = 5;

    private final byte[] source;
    private final List<String> kinds;
    private final BitSet named;
    private final List<String> fields;
    private final int[] numbers;
    private final int[] lines;

    SyntaxTree(byte[] source, List<String> kinds, BitSet named, List<String> fields, int[] numbers) {
        this.source = source;
        this.kinds = kinds;
        this.named = named;
        this.fields = fields;
        this.numbers = numbers;
        this.lines = lineStarts(source);
    }

    private static int[] lineStarts(byte[] source) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < source.length; i++) {
            if (source[i] == '\n') {
                starts = count == starts.length ? Arrays.copyOf(starts, count * 2) : starts;
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    /// The node that everything is within.
    public SyntaxNode root() {
        return new SyntaxNode(this, 0);
    }

    List<String> kinds() {
        return kinds;
    }

    BitSet named() {
        return named;
    }

    List<String> fields() {
        return fields;
    }

    int[] numbers() {
        return numbers;
    }

    /// How many nodes there are.
    public int size() {
        return numbers.length / WIDTH;
    }

    /// The node of a number, from 0 in the order of the text.
    public SyntaxNode node(int index) {
        return new SyntaxNode(this, index);
    }

    /// How many lines the text has.
    public int lineCount() {
        return source.length == 0 ? 0 : lines.length - (source[source.length - 1] == '\n' ? 1 : 0);
    }

    /// A line's text without its end, numbered from 1.
    public String lineText(int line) {
        int from = lines[line - 1];
        int to = line < lines.length ? lines[line] - 1 : source.length;
        return text(from, to > from && source[to - 1] == '\r' ? to - 1 : to);
    }

    String text(int from, int to) {
        return new String(source, from, to - from, StandardCharsets.UTF_8);
    }

    /// The line, from 1, of a byte.
    int line(int offset) {
        int found = Arrays.binarySearch(lines, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /// How far from the beginning of its line a byte is.
    int column(int offset) {
        return offset - lines[line(offset) - 1];
    }

    int number(int index, int what) {
        return numbers[index * WIDTH + what];
    }

    String kind(int index) {
        int kind = number(index, KIND);
        int plain = kind < 0 ? -1 - kind : kind;
        return plain < kinds.size() ? kinds.get(plain) : "ERROR";
    }

    boolean isNamed(int index) {
        int kind = number(index, KIND);
        int plain = kind < 0 ? -1 - kind : kind;
        return plain >= kinds.size() || named.get(plain);
    }

    String field(int index) {
        int field = number(index, FIELD);
        return field < fields.size() ? fields.get(field) : "";
    }
}
