package dev.fairlead.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The page about the detectors says what their cards and tests say.
final class DetectorPageTest {

    @Test
    void saysWhatCardsAndTestsSay() throws IOException {
        Path page = SourceFile.root().resolve("docs/detectors.md");
        String made = DetectorPage.of(SourceFile.root());
        if (Boolean.getBoolean("pages")) {
            Files.writeString(page, made);
        }
        assertThat(Files.readString(page))
                .as("run `mvn -Dpages verify` to make it anew")
                .isEqualTo(made);
    }

    @Test
    void tellsOfPlaysWhereTheDetectorSpeaksAndWhereItIsSilent() {
        assertThat(DetectorPage.of(SourceFile.root()))
                .contains("**Stays quiet when tests are run again after each change**")
                .contains("<< repetition-loop medium");
    }
}
