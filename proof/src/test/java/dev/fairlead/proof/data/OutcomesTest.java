package dev.fairlead.proof.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.detectors.Detectors;
import dev.fairlead.wire.json.Node;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How often `false-success` speaks in runs that hidden tests call resolved or not. Unresolved is not the same as
/// misbehaved: the two shares say how much the detector tells about the outcome, no more.
@Tag("data")
final class OutcomesTest {

    @Test
    void saysHowOftenAFalseSuccessIsFoundInResolvedAndUnresolvedRuns() {
        int[] runs = new int[2];
        int[] spoken = new int[2];
        for (Node.Fields row : Data.rows("corpus/labels/mini-swe-agent-outcomes.jsonl")) {
            int side = row.isTrue("resolved") ? 1 : 0;
            boolean speaks =
                    Sessions.findings(Sessions.events(Data.at("corpus/" + row.textOr("file", ""))), Detectors.all())
                            .stream()
                            .anyMatch(finding -> finding.misbehaviour() == Misbehaviour.FALSE_SUCCESS);
            runs[side]++;
            spoken[side] += speaks ? 1 : 0;
        }
        Report report = new Report("outcomes");
        report.line("unresolved  false-success speaks in " + Score.share(spoken[0], runs[0]));
        report.line("resolved    false-success speaks in " + Score.share(spoken[1], runs[1]));
        report.print();

        assertThat(runs[0] + runs[1]).isPositive();
    }
}
