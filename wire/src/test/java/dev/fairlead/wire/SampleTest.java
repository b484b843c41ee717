package dev.fairlead.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every sample is read as the events that stand beside it.
final class SampleTest {

    static List<Sample> samples() {
        return Sample.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isReadAsItsEvents(Sample sample) throws IOException {
        String heard = sample.heard().text();
        if (Boolean.getBoolean("recorded")) {
            Files.writeString(sample.source(), heard);
        }
        assertThat(heard)
                .as("run `mvn -Drecorded test` to record it anew, and read what it says")
                .isEqualTo(Files.exists(sample.expected()) ? Files.readString(sample.expected()) : "");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isRecognisedByItsContent(Sample sample) {
        Sample.Heard heard =
                Sample.hearUnknown(new ByteArrayInputStream(sample.bytes().array()));

        assertThat(heard).isEqualTo(sample.heard());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isTakenForItsOwnByNoOtherDialect(Sample sample) {
        List<Dialect> others = Dialects.all().stream()
                .filter(each -> !each.agent().equals(sample.dialect().agent()))
                .toList();

        assertThat(sample.records())
                .isNotEmpty()
                .allSatisfy(record -> assertThat(others).noneMatch(each -> each.recognises(record)));
    }
}
