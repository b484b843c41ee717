package dev.fairlead.code.review;

import dev.fairlead.code.Dimension;
import dev.fairlead.code.Remark;
import dev.fairlead.code.change.FileChange;
import dev.fairlead.code.syntax.SyntaxNode;
import dev.fairlead.code.syntax.SyntaxTree;
import dev.fairlead.core.detect.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Finds code that was added and stands a second time among the files of the change: the same [#LEAST] words and signs
/// in a row, whatever their layout. Tests are left alone: that each stands for itself is worth a copy.
final class Duplicates {

    /// The fewest words and signs in a row that count as copied.
    static final int LEAST = 70;

    private static final long BASE = 1_000_003;
    private static final int CWE = 1041;

    private final Map<Long, Spot> first = new HashMap<>();
    private final List<Remark> remarks = new ArrayList<>();

    private Duplicates() {}

    /// Where a run of words begins.
    private record Spot(String path, int index, int line) {}

    /// A text as words and signs.
    private record Words(String path, List<Integer> hashes, List<Integer> lines) {}

    /// A file that was changed, read as it is after the change.
    record Added(FileChange change, SyntaxTree tree) {}

    /// Remarks about copies on lines that were added.
    static List<Remark> among(List<Added> files) {
        Duplicates duplicates = new Duplicates();
        for (Added each : files) {
            duplicates.look(words(each.change().path(), each.tree()), each.change());
        }
        return duplicates.remarks;
    }

    private static Words words(String path, SyntaxTree tree) {
        List<SyntaxNode> leaves = new ArrayList<>();
        for (int i = 0; i < tree.size(); i++) {
            SyntaxNode node = tree.node(i);
            if (node.isLeaf() && node.length() > 0 && !node.isComment() && !isImport(node)) {
                leaves.add(node);
            }
        }
        return new Words(
                path,
                leaves.stream().map(each -> each.text().hashCode()).toList(),
                leaves.stream().map(SyntaxNode::line).toList());
    }

    /// Lists of what a file uses are alike in every file.
    private static boolean isImport(SyntaxNode leaf) {
        return leaf.within(
                        "import_declaration",
                        "import_statement",
                        "import_from_statement",
                        "use_declaration",
                        "using_directive",
                        "preproc_include",
                        "import_list",
                        "import_header")
                .isPresent();
    }

    private void look(Words words, FileChange change) {
        long power = 1;
        for (int i = 0; i < LEAST; i++) {
            power *= BASE;
        }
        long hash = 0;
        int silentTo = 0;
        for (int i = 0; i < words.hashes().size(); i++) {
            hash = hash * BASE + words.hashes().get(i);
            if (i >= LEAST) {
                hash -= power * words.hashes().get(i - LEAST);
            }
            int start = i - LEAST + 1;
            if (start < 0) {
                continue;
            }
            Spot spot = new Spot(words.path(), start, words.lines().get(start));
            Spot known = first.putIfAbsent(hash, spot);
            boolean isOverlap = known == null || known.path().equals(words.path()) && start - known.index() < LEAST;
            if (!isOverlap
                    && start >= silentTo
                    && change.added()
                            .hasAny(words.lines().get(start), words.lines().get(i))) {
                remarks.add(remark(spot, words.lines().get(i), known));
                silentTo = start + 3 * LEAST;
            }
        }
    }

    private static Remark remark(Spot spot, int endLine, Spot known) {
        return new Remark(
                Remark.OWN,
                "duplicated-code",
                Dimension.HYGIENE,
                Severity.LOW,
                OptionalInt.of(CWE),
                spot.path(),
                spot.line(),
                endLine,
                "repeats what stands in `%s` from line %d".formatted(known.path(), known.line()),
                "keep it in one place, and call it from both");
    }
}
