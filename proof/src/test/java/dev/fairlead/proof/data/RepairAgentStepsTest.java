package dev.fairlead.proof.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.detect.Detector;
import dev.fairlead.core.detectors.Detectors;
import dev.fairlead.core.detectors.LoopLimits;
import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.Event;
import dev.fairlead.wire.json.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Pairs of actions of an agent that repairs programs, which the authors of a study called repetition or not.
///
/// A view lists the actions of one run in order; a label is about the actions `pair_index` and the next. The agent's
/// own
/// answers are not in the view, so that calls alone are compared.
@Tag("data")
final class RepairAgentStepsTest {

    private static final List<Detector<?>> SECOND_CALL =
            List.of(Detectors.repetitionLoop(new LoopLimits(2, 0, 1, false, 1)));
    private static final Pattern ACTION =
            Pattern.compile("Action at iteration \\d+: (.*?)(?=\\nAction at iteration|\\z)", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("'name': '(\\w+)'");

    private final Map<String, List<String>> views = new HashMap<>();
    private int hits;
    private int falseAlarms;
    private int misses;

    @Test
    void repetitionIsWhatTheStudysAuthorsCallRepetition() {
        Map<String, int[]> byLabel = new TreeMap<>();
        for (Node.Fields row : Data.rows("corpus/labels/repairagent-steps.jsonl")) {
            if (row.textOr("relation", "").equals("action_action")) {
                boolean repeats = repeats(row);
                byLabel.computeIfAbsent(row.textOr("label", ""), _ -> new int[2])[repeats ? 1 : 0]++;
                count(repeats, row.textOr("label", "").equals("Repetition"));
            }
        }
        Score score = new Score(hits, falseAlarms, misses);
        Report report = new Report("repairagent-steps");
        report.line(score.toString());
        byLabel.forEach((label, counts) ->
                report.line("  %-12s %4d pairs, %4d found".formatted(label, counts[0] + counts[1], counts[1])));
        report.print();

        assertThat(score.precision()).isGreaterThanOrEqualTo(0.90);
        assertThat(score.recall()).isGreaterThanOrEqualTo(0.60);
    }

    private void count(boolean repeats, boolean isRepetition) {
        if (repeats && isRepetition) {
            hits++;
        } else if (repeats) {
            falseAlarms++;
        } else if (isRepetition) {
            misses++;
        }
    }

    private boolean repeats(Node.Fields row) {
        List<String> actions = views.computeIfAbsent(row.textOr("view", ""), RepairAgentStepsTest::actions);
        int first = row.integer("pair_index").orElseThrow();
        Calls calls = new Calls("pair");
        for (String action : actions.subList(first, first + 2)) {
            Matcher name = NAME.matcher(action);
            calls.called(name.find() ? name.group(1) : "unnamed", Calls.argument(action), new Action.Other());
            calls.answered("");
        }
        List<Event> events = calls.events();
        return !Sessions.findings(events, SECOND_CALL).isEmpty();
    }

    private static List<String> actions(String view) {
        return ACTION.matcher(Data.text(Data.at("corpus/" + view)))
                .results()
                .map(found -> found.group(1).strip())
                .toList();
    }
}
