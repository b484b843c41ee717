package dev.fairlead.code.change;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/// Works out what changed between the texts of files.
///
/// A line that differs only in white space was laid out anew. Lines that stand together in one place and were taken out
/// in another, at least [#SHORTEST_MOVE] of them, moved. What is left was added or changed.
public final class Changes {

    /// The fewest lines that count as moved when they stand together.
    public static final int SHORTEST_MOVE = 3;

    private static final int TELLING = 4;

    private Changes() {}

    /// The text of a file before and after.
    ///
    /// @param before empty where it was not there
    /// @param after empty where it is gone
    public record Pair(String path, Optional<String> formerPath, String before, String after) {}

    /// What changed in several files at once.
    public static List<FileChange> of(List<Pair> pairs) {
        List<EditList> edits = pairs.stream().map(Changes::edits).toList();
        Map<String, Integer> removed = new HashMap<>();
        for (int i = 0; i < pairs.size(); i++) {
            List<String> lines = pairs.get(i).before().lines().toList();
            for (Edit edit : edits.get(i)) {
                lines.subList(edit.getBeginA(), edit.getEndA())
                        .forEach(line -> removed.merge(line.strip(), 1, Integer::sum));
            }
        }
        List<FileChange> changes = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            changes.add(change(pairs.get(i), edits.get(i), removed));
        }
        return changes;
    }

    private static EditList edits(Pair pair) {
        return new HistogramDiff().diff(RawTextComparator.WS_IGNORE_ALL, raw(pair.before()), raw(pair.after()));
    }

    private static RawText raw(String text) {
        return new RawText(text.getBytes(StandardCharsets.UTF_8));
    }

    private static FileChange change(Pair pair, EditList edits, Map<String, Integer> removed) {
        BitSet added = new BitSet();
        int gone = 0;
        for (Edit edit : edits) {
            added.set(edit.getBeginB() + 1, edit.getEndB() + 1);
            gone += edit.getLengthA();
        }
        List<String> after = pair.after().lines().toList();
        BitSet moved = moved(added, after, removed);
        EditList exact = new HistogramDiff().diff(RawTextComparator.DEFAULT, raw(pair.before()), raw(pair.after()));
        int exactly = exact.stream().mapToInt(Edit::getLengthB).sum();
        return new FileChange(
                pair.path(),
                pair.formerPath(),
                pair.before(),
                pair.after(),
                Provenance.of(pair.path(), pair.after().isEmpty() ? pair.before() : pair.after()),
                LineSet.of(added).without(moved),
                moved.cardinality(),
                Math.max(0, exactly - added.cardinality()),
                gone);
    }

    /// Runs of added lines that all were taken out somewhere, of which some line tells one place from another.
    private static BitSet moved(BitSet added, List<String> after, Map<String, Integer> removed) {
        BitSet moved = new BitSet();
        int start = added.nextSetBit(0);
        while (start >= 0) {
            int end = start;
            while (added.get(end) && removed.getOrDefault(after.get(end - 1).strip(), 0) > 0) {
                end++;
            }
            boolean isTelling = after.subList(start - 1, end - 1).stream()
                    .anyMatch(line -> line.strip().length() > TELLING);
            if (end - start >= SHORTEST_MOVE && isTelling) {
                moved.set(start, end);
                after.subList(start - 1, end - 1).forEach(line -> removed.merge(line.strip(), -1, Integer::sum));
            }
            start = added.nextSetBit(Math.max(end, start + 1));
        }
        return moved;
    }
}
