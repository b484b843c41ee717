package dev.fairlead.code.syntax;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/// The native trees that were made last, so that a text which is mostly the same as one of them need not be parsed
/// whole.
final class KeptTrees {

    /// How many are kept; a reviewer asks for the text before and after an edit.
    private static final int MOST = 4;

    private final Deque<Kept> kept = new ArrayDeque<>();

    /// A tree that is free of errors.
    static final class Kept {
        private final Grammar grammar;
        private final byte[] source;
        private final MemorySegment tree;
        private final int[] numbers;
        private final long[] ids;

        Kept(Grammar grammar, byte[] source, MemorySegment tree, int[] numbers, long[] ids) {
            this.grammar = grammar;
            this.source = source;
            this.tree = tree;
            this.numbers = numbers;
            this.ids = ids;
        }

        MemorySegment tree() {
            return tree;
        }
    }

    /// Where a text differs from that of a kept tree.
    record Edit(Kept kept, int start, int oldEnd, int newEnd) {

        /// The tree's arrays, to take over from.
        EditedTree arrays() {
            return new EditedTree(kept.numbers, kept.ids, start, oldEnd, newEnd);
        }

        /// Tells the native tree where its text was edited.
        void apply(Arena arena, byte[] source) throws Throwable {
            MemorySegment edit = arena.allocate(TreeSitter.EDIT);
            int[] words = {
                start,
                oldEnd,
                newEnd,
                row(kept.source, start),
                column(kept.source, start),
                row(kept.source, oldEnd),
                column(kept.source, oldEnd),
                row(source, newEnd),
                column(source, newEnd)
            };
            MemorySegment.copy(words, 0, edit, ValueLayout.JAVA_INT, 0, words.length);
            TreeSitter.EDIT_TREE.invokeExact(kept.tree(), edit);
        }

        private static int row(byte[] source, int offset) {
            int row = 0;
            for (int i = 0; i < offset; i++) {
                row += source[i] == '\n' ? 1 : 0;
            }
            return row;
        }

        private static int column(byte[] source, int offset) {
            int start = offset;
            while (start > 0 && source[start - 1] != '\n') {
                start--;
            }
            return offset - start;
        }
    }

    /// The kept tree of which most of a text is the same, no longer kept; empty where less than half of it is.
    Optional<Edit> take(Grammar grammar, byte[] source) {
        Optional<Edit> best = Optional.empty();
        int most = source.length / 2;
        for (Kept each : kept) {
            if (each.grammar != grammar) {
                continue;
            }
            Edit edit = edit(each, source);
            int same = source.length - (edit.newEnd() - edit.start());
            if (same > most) {
                most = same;
                best = Optional.of(edit);
            }
        }
        best.ifPresent(edit -> remove(edit.kept()));
        return best;
    }

    @SuppressWarnings("ReferenceEquality") // the very one
    private void remove(Kept taken) {
        kept.removeIf(each -> each == taken);
    }

    private static Edit edit(Kept kept, byte[] source) {
        byte[] old = kept.source;
        int differs = Arrays.mismatch(old, source);
        int start = differs < 0 ? source.length : differs;
        int shorter = Math.min(old.length, source.length) - start;
        int same = 0;
        while (same < shorter && old[old.length - 1 - same] == source[source.length - 1 - same]) {
            same++;
        }
        return new Edit(kept, start, old.length - same, source.length - same);
    }

    /// Keeps a tree, and lets go of the oldest.
    void keep(Kept tree) throws Throwable {
        kept.addFirst(tree);
        if (kept.size() > MOST) {
            TreeSitter.DELETE_TREE.invokeExact(kept.removeLast().tree());
        }
    }

    /// Lets go of all.
    void clear() throws Throwable {
        for (Iterator<Kept> each = kept.iterator(); each.hasNext(); each.remove()) {
            TreeSitter.DELETE_TREE.invokeExact(each.next().tree());
        }
    }
}
