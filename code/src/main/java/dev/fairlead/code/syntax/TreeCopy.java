package dev.fairlead.code.syntax;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.Arrays;
import java.util.Optional;

/// Takes a native tree over into arrays, node by node in the order of the text.
///
/// What nests deeper than [SyntaxTree#DEEPEST] is left out, so that those who read the tree may call themselves. What
/// the parser took over from an earlier tree is taken over from that tree's arrays: a call of native code for each node
/// takes longer than parsing.
final class TreeCopy {

    private final Words words;
    private final MemorySegment cursor;
    private final MemorySegment node;
    private final SegmentAllocator intoNode;
    private final Optional<EditedTree> earlier;
    private int count;
    private int deepest;
    private int[] numbers = new int[4096 * SyntaxTree.WIDTH];
    private long[] ids = new long[4096];

    TreeCopy(Words words, MemorySegment cursor, Arena arena, Optional<EditedTree> earlier) {
        this.words = words;
        this.cursor = cursor;
        this.node = arena.allocate(TreeSitter.NODE);
        this.intoNode = (size, alignment) -> node;
        this.earlier = earlier;
    }

    SyntaxTree of(byte[] source) throws Throwable {
        int[] open = new int[SyntaxTree.DEEPEST];
        int depth = 0;
        open[0] = take(-1);
        while (depth >= 0) {
            if (depth + 1 < SyntaxTree.DEEPEST
                    && !isTakenOver(open[depth])
                    && (boolean) TreeSitter.FIRST_CHILD.invokeExact(cursor)) {
                depth++;
                deepest = Math.max(deepest, depth);
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

    /// The parser's own number of each node.
    long[] ids() {
        return Arrays.copyOf(ids, count);
    }

    /// How deep it was gone into the tree.
    int deepest() {
        return deepest;
    }

    /// Notes the node that the cursor stands at; its number.
    private int take(int parent) throws Throwable {
        grow(1);
        int at = count * SyntaxTree.WIDTH;
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
        ids[count] = TreeSitter.id(current);
        return count++;
    }

    private void grow(int more) {
        int least = count + more;
        if (least > ids.length) {
            int next = Math.max(least, ids.length * 2);
            ids = Arrays.copyOf(ids, next);
            numbers = Arrays.copyOf(numbers, next * SyntaxTree.WIDTH);
        }
    }

    /// Takes over all that is within a node from the earlier tree, where the parser did so too.
    private boolean isTakenOver(int index) {
        if (earlier.isEmpty()) {
            return false;
        }
        int at = index * SyntaxTree.WIDTH;
        int old = earlier.get().find(ids[index], numbers[at + SyntaxTree.FROM], numbers[at + SyntaxTree.TO]);
        if (old < 0) {
            return false;
        }
        int[] from = earlier.get().numbers();
        int end = from[old * SyntaxTree.WIDTH + SyntaxTree.END];
        int bytes = numbers[at + SyntaxTree.FROM] - from[old * SyntaxTree.WIDTH + SyntaxTree.FROM];
        int shift = index - old;
        int within = end - old - 1;
        grow(within);
        System.arraycopy(earlier.get().ids(), old + 1, ids, count, within);
        System.arraycopy(
                from, (old + 1) * SyntaxTree.WIDTH, numbers, count * SyntaxTree.WIDTH, within * SyntaxTree.WIDTH);
        for (int each = count * SyntaxTree.WIDTH;
                each < (count + within) * SyntaxTree.WIDTH;
                each += SyntaxTree.WIDTH) {
            numbers[each + SyntaxTree.FROM] += bytes;
            numbers[each + SyntaxTree.TO] += bytes;
            numbers[each + SyntaxTree.PARENT] += shift;
            numbers[each + SyntaxTree.END] += shift;
        }
        count += within;
        return true;
    }
}
