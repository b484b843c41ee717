package dev.fairlead.code.syntax;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.Arrays;

/// Takes a native tree over into arrays, node by node in the order of the text.
///
/// What nests deeper than [SyntaxTree#DEEPEST] is left out, so that those who read the tree may call themselves.
final class TreeCopy {

    private final Words words;
    private final MemorySegment cursor;
    private final MemorySegment node;
    private final SegmentAllocator intoNode;
    private int count;
    private int[] numbers = new int[4096 * SyntaxTree.WIDTH];

    TreeCopy(Words words, MemorySegment cursor, Arena arena) {
        this.words = words;
        this.cursor = cursor;
        this.node = arena.allocate(TreeSitter.NODE);
        this.intoNode = (size, alignment) -> node;
    }

    SyntaxTree of(byte[] source) throws Throwable {
        int[] open = new int[SyntaxTree.DEEPEST];
        int depth = 0;
        open[0] = take(-1);
        while (depth >= 0) {
            if (depth + 1 < SyntaxTree.DEEPEST && (boolean) TreeSitter.FIRST_CHILD.invokeExact(cursor)) {
                depth++;
                open[depth] = take(open[depth - 1]);
                continue;
            }
            numbers[open[depth] * SyntaxTree.WIDTH + SyntaxTree.END] = count;
            while (depth >= 0 && !(boolean) TreeSitter.NEXT_SIBLING.invokeExact(cursor)) {
                boolean isAbove = (boolean) TreeSitter.PARENT.invokeExact(cursor);
                depth = isAbove ? depth - 1 : -1;
                if (depth >= 0) {
                    numbers[open[depth] * SyntaxTree.WIDTH + SyntaxTree.END] = count;
                }
            }
            if (depth > 0) {
                open[depth] = take(open[depth - 1]);
            }
        }
        return new SyntaxTree(
                source, words.kinds(), words.named(), words.fields(), Arrays.copyOf(numbers, count * SyntaxTree.WIDTH));
    }

    /// Notes the node that the cursor stands at; its number.
    private int take(int parent) throws Throwable {
        int at = count * SyntaxTree.WIDTH;
        if (at + SyntaxTree.WIDTH > numbers.length) {
            numbers = Arrays.copyOf(numbers, numbers.length * 2);
        }
        MemorySegment current = (MemorySegment) TreeSitter.CURRENT.invokeExact(intoNode, cursor);
        int kind = (short) TreeSitter.SYMBOL.invokeExact(current) & 0xFFFF;
        int from = (int) TreeSitter.FROM.invokeExact(current);
        int to = (int) TreeSitter.TO.invokeExact(current);
        boolean isMissing = from == to && (boolean) TreeSitter.IS_MISSING.invokeExact(current);
        numbers[at + SyntaxTree.KIND] = isMissing ? -1 - kind : kind;
        numbers[at + SyntaxTree.FIELD] = (short) TreeSitter.FIELD.invokeExact(cursor) & 0xFFFF;
        numbers[at + SyntaxTree.FROM] = from;
        numbers[at + SyntaxTree.TO] = to;
        numbers[at + SyntaxTree.PARENT] = parent;
        return count++;
    }
}
