package dev.fairlead.code.syntax;

/// The arrays of an earlier tree, with where its text was edited since.
final class EditedTree {

    private final int[] numbers;
    private final long[] ids;
    private final int start;
    private final int oldEnd;
    private final int newEnd;

    /// @param numbers as [SyntaxTree] keeps them
    /// @param ids the parser's own number of each node: what it takes over keeps its number
    /// @param start the first byte that is not the same
    /// @param oldEnd where the same bytes begin again, in the earlier text
    /// @param newEnd where they do in the present one
    EditedTree(int[] numbers, long[] ids, int start, int oldEnd, int newEnd) {
        this.numbers = numbers;
        this.ids = ids;
        this.start = start;
        this.oldEnd = oldEnd;
        this.newEnd = newEnd;
    }

    int[] numbers() {
        return numbers;
    }

    long[] ids() {
        return ids;
    }

    /// The number that a node of the present tree had in the earlier one; -1 where it was not taken over as a whole.
    int find(long id, int from, int to) {
        boolean isBefore = to <= start;
        if (!isBefore && from < newEnd) {
            return -1;
        }
        int delta = isBefore ? 0 : newEnd - oldEnd;
        int least = 0;
        int most = ids.length;
        while (least < most) { // the first that begins there: nodes stand in the order of the text
            int middle = (least + most) >>> 1;
            if (numbers[middle * SyntaxTree.WIDTH + SyntaxTree.FROM] < from - delta) {
                least = middle + 1;
            } else {
                most = middle;
            }
        }
        for (int i = least; i < ids.length && numbers[i * SyntaxTree.WIDTH + SyntaxTree.FROM] == from - delta; i++) {
            if (ids[i] == id && numbers[i * SyntaxTree.WIDTH + SyntaxTree.TO] == to - delta) {
                return i;
            }
        }
        return -1;
    }
}
