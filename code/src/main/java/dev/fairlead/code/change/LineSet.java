package dev.fairlead.code.change;

import java.util.BitSet;
import java.util.stream.IntStream;

/// Lines of a file by their numbers, from 1.
public final class LineSet {

    private final BitSet lines;

    private LineSet(BitSet lines) {
        this.lines = lines;
    }

    /// The lines whose bits are set.
    static LineSet of(BitSet lines) {
        return new LineSet((BitSet) lines.clone());
    }

    /// All lines of a file.
    public static LineSet upTo(int count) {
        BitSet lines = new BitSet();
        lines.set(1, count + 1);
        return new LineSet(lines);
    }

    /// How many there are.
    public int size() {
        return lines.cardinality();
    }

    /// Whether a line is among them.
    public boolean has(int line) {
        return lines.get(line);
    }

    /// Whether any line from one to another is among them.
    public boolean hasAny(int first, int last) {
        int next = lines.nextSetBit(first);
        return next >= 0 && next <= last;
    }

    /// The numbers in order.
    public IntStream numbers() {
        return lines.stream();
    }

    /// Those that are not among others.
    LineSet without(BitSet others) {
        BitSet left = (BitSet) lines.clone();
        left.andNot(others);
        return new LineSet(left);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LineSet set && set.lines.equals(lines);
    }

    @Override
    public int hashCode() {
        return lines.hashCode();
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
