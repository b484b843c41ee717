package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page in a real browser. The probe, a page of the test's own, shows the report in a frame of a phone's width,
/// uses it as a person would, and writes down what it saw.
@Tag("browser")
final class BrowserTest {

    private static final String PHONE = "390";
    private static final String DESKTOP = "1280";

    @TempDir
    private Path folder;

    @Test
    void opensAFindingToItsStepsWithTheEvidenceMarked() throws IOException {
        assertThat(seen(PHONE, Browser.Scheme.LIGHT))
                .containsEntry("stepsSeenBefore", "0")
                .containsEntry("stepsSeenAfterAClick", "all")
                .containsEntry("evidenceIsMarked", "true")
                .containsEntry("remedyIsSeen", "true")
                .containsEntry("stepsSeenAfterAnotherClick", "0");
    }

    @Test
    void fitsAPhoneAndADesktop() throws IOException {
        assertThat(seen(PHONE, Browser.Scheme.LIGHT)).containsEntry("widthWithAllOpen", PHONE);
        assertThat(seen(DESKTOP, Browser.Scheme.LIGHT)).containsEntry("widthWithAllOpen", DESKTOP);
    }

    @Test
    void asksTheNetworkForNothing() throws IOException {
        assertThat(seen(PHONE, Browser.Scheme.LIGHT)).containsEntry("requests", "0");
    }

    @Test
    void followsTheLightAndTheDark() throws IOException {
        assertThat(seen(PHONE, Browser.Scheme.LIGHT)).containsEntry("isDark", "false");
        assertThat(seen(PHONE, Browser.Scheme.DARK))
                .containsEntry("isDark", "true")
                .containsEntry("evidenceIsMarked", "true");
    }

    @Test
    void showsOnlyWhatIsAskedFor() throws IOException {
        assertThat(seen(DESKTOP, Browser.Scheme.LIGHT))
                .containsEntry("findingsShownForWords", "1")
                .containsEntry("severitiesShown", "low")
                .containsEntry("sessionsShownForNonsense", "0");
    }

    private Map<String, String> seen(String width, Browser.Scheme scheme) throws IOException {
        Path wide = Files.writeString(folder.resolve("wide.jsonl"), sessionOfLongWords());
        String page = Run.scan(folder, "--format", "html", Run.EXAMPLES.toString(), wide.toString())
                .output();
        Files.writeString(folder.resolve("report.html"), page);
        Path probe = folder.resolve("probe.html");
        Files.writeString(
                probe,
                Files.readString(Path.of("src/test/resources/dev/fairlead/cli/probe.html"))
                        .replace("{{width}}", width));
        String shown = Browser.ofThisMachine().show(probe, scheme, folder.resolve("profile"));
        Map<String, String> seen = new TreeMap<>();
        shown.lines()
                .filter(line -> line.startsWith("saw "))
                .map(line -> line.split(" ", 3))
                .forEach(word -> seen.put(word[1], word[2]));
        assertThat(seen).as(shown).containsKey("end");
        return seen;
    }

    /// What is widest in practice: words of hundreds of letters without a place to break.
    private static String sessionOfLongWords() {
        String path = "/srv/" + "deep-folder_with.long.name".repeat(20);
        return """
                {"type":"user","uuid":"a","sessionId":"%1$s","message":{"content":"%1$s"}}
                {"type":"assistant","uuid":"b","sessionId":"%1$s","message":{"content":[{"type":"tool_use","id":"t","name":"Read","input":{"file_path":"%1$s"}}]}}
                {"type":"user","uuid":"c","sessionId":"%1$s","message":{"content":[{"type":"tool_result","tool_use_id":"t","is_error":true,"content":"File does not exist. %1$s"}]}}
                """.formatted(path);
    }
}
