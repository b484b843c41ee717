package dev.fairlead.proof.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.detect.Detector;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.detectors.Detectors;
import dev.fairlead.wire.json.Node;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Which whole sessions are flagged, at medium severity or above, of those that two annotators call clean or not.
@Tag("data")
final class SessionFlagsTest {

    private static final int MOST_CLEAN_FLAGGED = 2;

    private final Report report = new Report("flagged-sessions");

    @Test
    void flagsSessionsThatAreNotCleanAndFewThatAre() {
        for (Labels set : Labels.values()) {
            report.line(set.title());
            Score proven = score(set, "by default", Detectors.proven());
            Score all = score(set, "with suspicions", Detectors.all());

            assertThat(proven.falseAlarms()).isLessThanOrEqualTo(MOST_CLEAN_FLAGGED);
            assertThat(all.falseAlarms()).isLessThanOrEqualTo(MOST_CLEAN_FLAGGED);
        }
        report.print();
    }

    private Score score(Labels set, String name, List<Detector<?>> detectors) {
        int hits = 0;
        int misses = 0;
        int alarms = 0;
        int clean = 0;
        for (Node.Fields row : set.rows()) {
            List<Node> marks = row.items("clean").nodes();
            long yes = marks.stream()
                    .filter(mark -> mark instanceof Node.Scalar scalar
                            && scalar.literal().equals("true"))
                    .count();
            boolean isFlagged = Sessions.findings(Sessions.events(Labels.session(row)), detectors).stream()
                    .anyMatch(finding -> finding.severity().compareTo(Severity.MEDIUM) >= 0);
            if (yes == marks.size()) {
                clean++;
                alarms += isFlagged ? 1 : 0;
            } else if (yes == 0) {
                hits += isFlagged ? 1 : 0;
                misses += isFlagged ? 0 : 1;
            }
        }
        report.line("  %-16s flags %d of %d that are not clean, and %d of %d that are"
                .formatted(name, hits, hits + misses, alarms, clean));
        return new Score(hits, alarms, misses);
    }
}
