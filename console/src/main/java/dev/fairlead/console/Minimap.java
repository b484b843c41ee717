package dev.fairlead.console;

import dev.fairlead.store.OverviewStore.Mark;
import java.util.ArrayList;
import java.util.List;

/// A whole session as one narrow strip, on which trouble is visible at a glance.
///
/// @param events of the session
/// @param spots from the top to the bottom
record Minimap(long events, List<Spot> spots) {

    /// The height of the strip, in its own units.
    static final int HEIGHT = 500;

    private static final List<String> LEAST_FIRST = List.of(
            "",
            "subagent-started",
            "context-compacted",
            "task-given",
            "approval-asked",
            "approval-answered",
            "guidance-delivered",
            "failed",
            "agent-interrupted",
            "switch-thrown",
            "low",
            "medium",
            "high");

    /// A place on the strip.
    ///
    /// @param from its upper end
    /// @param height at least 2 units, so that it can be seen
    record Spot(int from, int height, String kind, long sequence) {}

    static Minimap of(long events, List<Mark> marks, List<FindingCard> findings) {
        long most = Math.max(1, events);
        String[] kinds = new String[HEIGHT];
        long[] sequences = new long[HEIGHT];
        for (Mark mark : marks) {
            put(kinds, sequences, (int) Math.min(HEIGHT - 1L, mark.sequence() * HEIGHT / most), mark);
        }
        for (FindingCard each : findings) {
            long sequence = each.stored().sequence();
            put(
                    kinds,
                    sequences,
                    (int) Math.min(HEIGHT - 1L, sequence * HEIGHT / most),
                    new Mark(sequence, each.severity()));
        }
        int height = (int) Math.max(2, Math.min(10, HEIGHT / most));
        List<Spot> spots = new ArrayList<>();
        for (int i = 0; i < HEIGHT; i++) {
            if (kinds[i] != null) {
                spots.add(new Spot(i, height, kinds[i], sequences[i]));
            }
        }
        return new Minimap(events, spots);
    }

    private static void put(String[] kinds, long[] sequences, int at, Mark mark) {
        String before = kinds[at] == null ? "" : kinds[at];
        if (LEAST_FIRST.indexOf(mark.kind()) > LEAST_FIRST.indexOf(before)) {
            kinds[at] = mark.kind();
            sequences[at] = mark.sequence();
        }
    }

    /// How many marks there are of a kind.
    long count(String kind) {
        return spots.stream().filter(each -> each.kind().equals(kind)).count();
    }
}
