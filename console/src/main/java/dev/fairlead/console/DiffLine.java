package dev.fairlead.console;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/// One line of a change, as a page shows it.
///
/// @param kind `in`, `out`, `same`, or `gap` for lines that are left out
record DiffLine(String kind, String text) {

    /// The most lines that are compared; more are shown as out and in.
    private static final int MOST = 1_500;
    /// The most lines that are shown of one change.
    private static final int SHOWN = 160;
    /// Lines that stay the same, around what does not.
    private static final int AROUND = 3;

    /// The mark in front of it.
    String mark() {
        return switch (kind) {
            case "in" -> "+";
            case "out" -> "−";
            default -> " ";
        };
    }

    /// The text in its colours.
    List<Colours.Piece> pieces() {
        return Colours.of(text);
    }

    /// What becomes of a text.
    static List<DiffLine> between(String before, String after) {
        List<String> old = lines(before);
        List<String> now = lines(after);
        List<DiffLine> all = new ArrayList<>();
        if (old.size() > MOST || now.size() > MOST || old.isEmpty() || now.isEmpty()) {
            old.forEach(line -> all.add(new DiffLine("out", line)));
            now.forEach(line -> all.add(new DiffLine("in", line)));
            return cut(all);
        }
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            same(all, old, at, delta.getSource().getPosition());
            delta.getSource().getLines().forEach(line -> all.add(new DiffLine("out", line)));
            delta.getTarget().getLines().forEach(line -> all.add(new DiffLine("in", line)));
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        same(all, old, at, old.size());
        return cut(all);
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : text.lines().toList();
    }

    private static void same(List<DiffLine> all, List<String> old, int from, int to) {
        boolean isFirst = from == 0;
        boolean isLast = to == old.size();
        int head = isFirst ? 0 : Math.min(AROUND, to - from);
        int tail = isLast ? 0 : Math.min(AROUND, to - from - head);
        for (int i = from; i < from + head; i++) {
            all.add(new DiffLine("same", old.get(i)));
        }
        if (to - from > head + tail) {
            all.add(new DiffLine("gap", ""));
        }
        for (int i = to - tail; i < to; i++) {
            all.add(new DiffLine("same", old.get(i)));
        }
    }

    private static List<DiffLine> cut(List<DiffLine> all) {
        if (all.size() <= SHOWN) {
            return all;
        }
        List<DiffLine> shown = new ArrayList<>(all.subList(0, SHOWN));
        shown.add(new DiffLine("gap", Say.say("diff.cut", Say.count(all.size() - SHOWN))));
        return shown;
    }

    /// A change that was written down as lines with `+` and `-` in front.
    static List<DiffLine> written(String change) {
        List<DiffLine> lines = new ArrayList<>();
        change.lines().forEach(line -> {
            boolean isMarked = line.startsWith("+ ") || line.startsWith("- ") || line.equals("+") || line.equals("-");
            String kind = !isMarked ? "file" : line.charAt(0) == '+' ? "in" : "out";
            lines.add(new DiffLine(kind, isMarked ? line.substring(Math.min(2, line.length())) : line));
        });
        return cut(lines);
    }
}
