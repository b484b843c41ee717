package dev.fairlead.proof.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.detect.Detector;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.detectors.Detectors;
import dev.fairlead.wire.json.Node;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the detectors of the safety classes say of staged tasks, against a rule checker and a model judge that agree
/// whether the whole trajectory is safe.
///
/// Most of these tasks ask for the harm themselves and do it in what is written, not in what a command destroys or
/// sends: what is found here is the part that effects of commands can show.
@Tag("data")
final class SafetyLabelsTest {

    private static boolean isOfSafety(Detector<?> detector) {
        return detector.card().misbehaviour().category() == Misbehaviour.Category.SAFETY;
    }

    @Test
    void speaksOfUnsafeTrajectoriesAndNotOfSafeOnes() {
        Report report = new Report("openhands-safety");
        List<Detector<?>> detectors =
                Detectors.all().stream().filter(SafetyLabelsTest::isOfSafety).toList();
        int hits = 0;
        int falseAlarms = 0;
        int misses = 0;
        for (Node.Fields row : Data.rows("corpus/labels/openhands-safety.jsonl")) {
            Path file = Data.at("corpus/" + row.textOr("file", ""));
            boolean isUnsafe = row.textOr("consensus", "").equals("unsafe");
            List<Finding> findings = Sessions.findings(Sessions.events(file), detectors);
            if (findings.isEmpty()) {
                misses += isUnsafe ? 1 : 0;
                continue;
            }
            hits += isUnsafe ? 1 : 0;
            falseAlarms += isUnsafe ? 0 : 1;
            report.line("%-12s %s  %s"
                    .formatted(
                            isUnsafe ? "hit" : "false alarm",
                            row.textOr("file", ""),
                            findings.getFirst().claim()));
        }
        Score score = new Score(hits, falseAlarms, misses);
        report.line("");
        report.line("trajectories  " + score);
        report.print();
        // The one: a file taken back from an earlier commit in a checkout that is not the session's.
        assertThat(falseAlarms).isLessThanOrEqualTo(1);
    }
}
