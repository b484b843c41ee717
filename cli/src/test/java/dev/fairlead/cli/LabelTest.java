package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.detect.Evidence;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.event.Origin;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LabelTest {

    private static Label of(String detector, Origin first, Origin last) {
        List<Evidence> evidence =
                List.of(new Evidence(1, first, Optional.empty()), new Evidence(2, last, Optional.empty()));
        return Label.of(
                new Finding(detector, Misbehaviour.FALSE_SUCCESS, Severity.LOW, 0.5, "did", "do", evidence), "-");
    }

    @Test
    void namesTheDetectorWhereItIsNotCalledAsTheClass() {
        assertThat(of("false-success", Origin.line(1), Origin.line(3)))
                .isEqualTo(new Label("false-success", false, "lines 1-3"));
        assertThat(of("unproven-claim", Origin.line(3), Origin.line(3)))
                .isEqualTo(new Label("false-success · unproven-claim", true, "line 3"));
    }

    @Test
    void tellsAPlaceFromItsFirstToItsLast() {
        assertThat(of("false-success", Origin.index(1), Origin.index(3)).place())
                .isEqualTo("indexes 1-3");
        assertThat(of("false-success", Origin.index(1), Origin.index(0)).place())
                .isEqualTo("indexes 0-1");
        assertThat(of("false-success", Origin.index(1), Origin.index(1)).place())
                .isEqualTo("index 1");
    }
}
