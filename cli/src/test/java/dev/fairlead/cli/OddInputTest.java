package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.detectors.Detectors;
import dev.fairlead.core.event.Event;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What sessions and paths may hold that a report must survive.
final class OddInputTest {

    private static final String SESSION = """
            {"type":"user","uuid":"a","sessionId":"s","message":{"content":"%1$s"}}
            {"type":"assistant","uuid":"b","sessionId":"s","message":{"content":[{"type":"tool_use","id":"t","name":"Read","input":{"file_path":"%1$s"}}]}}
            {"type":"user","uuid":"c","sessionId":"s","message":{"content":[{"type":"tool_result","tool_use_id":"t","is_error":true,"content":"File does not exist. %1$s"}]}}
            """;

    @TempDir
    private Path folder;

    private Path session(String words) throws IOException {
        return Files.writeString(folder.resolve("session.jsonl"), SESSION.formatted(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "jsonl", "sarif", "html"})
    void reportsASessionThatHoldsHalfACharacter(String format) throws IOException {
        Run run = Run.scan(folder, "--format", format, session("x\\ud800y").toString());
        assertThat(run.status()).isZero();
        assertThat(run.output()).contains("tool-misuse");
    }

    @Test
    void keepsATerminalFromObeyingASession() throws IOException {
        String output = Run.scan(
                        folder, session("\\u001b[2J\\u0007\\u202e \\u009b").toString())
                .output();
        assertThat(output)
                .contains("\ufffd[2J\ufffd\ufffd \ufffd")
                .doesNotContain("\u001b", "\u0007", "\u202e", "\u009b");
    }

    @Test
    void fitsWideLettersIntoEightyColumns() throws IOException {
        String wide = "日本語".repeat(40);
        assertThat(Run.scan(folder, session(wide).toString()).output().lines())
                .anyMatch(line -> line.equals("日本語".repeat(13) + "…"))
                .allMatch(line ->
                        line.length() + line.chars().filter(c -> c > 0x2e80).count() <= 80);
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "jsonl", "sarif", "html"})
    void masksCredentialsInEveryFormat(String format) throws IOException {
        String token = "ghp_" + "a1B2".repeat(9);
        Run run = Run.scan(folder, "--format", format, session(token).toString());
        assertThat(run.output()).contains("ghp_…[masked]").doesNotContain(token);
    }

    @Test
    void followsALinkThatIsGiven() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Files.writeString(real.resolve("session.jsonl"), SESSION.formatted("x"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        Files.createSymbolicLink(real.resolve("round"), real);
        assertThat(Run.scan(folder, "--format", "jsonl", link.toString()).output())
                .contains("\"file\":\"" + link + "/session.jsonl\"", "\"files\":1,");
    }

    @Test
    void readsAFileThatGrowsUpToTheLengthItHad() throws IOException {
        Path file = session("x");
        List<String> warnings = new ArrayList<>();
        Survey survey =
                new Survey(List.of(file), Optional.empty(), Detectors.proven(), Event.NO_TIME, 1, _ -> append(file));
        Totals totals = survey.run(new JsonLinesReport(new StringWriter()), warnings::add);
        assertThat(totals.bytes()).isEqualTo(SESSION.formatted("x").length());
        assertThat(totals.unread()).isZero();
        assertThat(warnings)
                .containsExactly("%s changed while it was read; what it held before was scanned".formatted(file));
    }

    private static void append(Path file) {
        try {
            Files.writeString(file, "more\n", StandardOpenOption.APPEND);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Test
    void passesOverWhatIsNoFile() {
        assertThat(Run.scan(folder, "--format", "jsonl", "/dev/null").error())
                .isEqualTo("fairlead: /dev/null is not scanned: it is not a file\n");
    }

    @Test
    void saysWhyTheReportCannotBeWritten() {
        Run run = Run.scan(folder.resolve("none"), "/dev/null");
        assertThat(run)
                .isEqualTo(new Run(
                        3,
                        "",
                        "fairlead: the report cannot be written: there is no file or folder `%s`\n"
                                .formatted(folder.resolve("none/report"))));
    }

    @Test
    void isBriefAboutWrongUsage() {
        assertThat(Run.scan(folder, "--fromat", "html", "/dev/null").error()).isEqualTo("""
                Unknown option: '--fromat'
                see `fairlead scan --help`
                """);
    }

    @Test
    void printsWhatTheReadmeShows() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        int from = readme.indexOf("$ ./fairlead scan ");
        int to = readme.indexOf("\n```", from);
        String command = readme.substring(from, readme.indexOf('\n', from));
        String file = command.substring(command.lastIndexOf(' ') + 1);
        String output = Run.scan(folder, Path.of("..", file).toString()).output();
        assertThat(output.replace("  ../", "  ")).startsWith(readme.substring(from + command.length() + 1, to) + "\n");
    }
}
