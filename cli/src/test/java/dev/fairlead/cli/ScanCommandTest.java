package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.detectors.Detectors;
import dev.fairlead.core.event.Event;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScanCommandTest {

    private static final String LOOP =
            Run.EXAMPLES.resolve("claude-code/claude-repetition-loop.jsonl").toString();
    private static final String CHURN =
            Run.EXAMPLES.resolve("codex/codex-patch-churn.jsonl").toString();
    private static final String CLEAN =
            Run.EXAMPLES.resolve("claude-code/claude-clean.jsonl").toString();

    private static final String SUSPICION = "src/test/resources/dev/fairlead/cli/suspicion.jsonl";

    @TempDir
    private Path folder;

    private static String recorded(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/dev/fairlead/cli").resolve(name));
    }

    private void matches(String recorded, String made) throws IOException {
        if (Boolean.getBoolean("recorded")) {
            Files.writeString(Path.of("src/test/resources/dev/fairlead/cli").resolve(recorded), made);
        }
        assertThat(made).as("run `mvn -Drecorded test` to record it anew").isEqualTo(recorded(recorded));
    }

    @Test
    void writesJsonLinesInTheOrderOfTheContract() throws IOException {
        Run run = Run.scan(folder, "--format", "jsonl", LOOP, CHURN);
        matches("two-sessions.jsonl", run.withoutSummary());
        assertThat(run.output())
                .containsPattern(
                        "\\{\"type\":\"summary\",\"files\":2,\"sessions\":2,\"unreadable\":0,\"findings\":\\d+,"
                                + "\"bytes\":\\d+,\"seconds\":[0-9.]+\\}\n$");
        assertThat(run.error()).isEmpty();
    }

    @Test
    void writesATableThatFitsEightyColumns() throws IOException {
        Run run = Run.scan(folder, LOOP, CHURN, CLEAN);
        matches("two-sessions.txt", run.output().replaceAll(" in [0-9.]+ s \\(\\d+ MB/s\\)", " in N s"));
        assertThat(run.output().lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 80);
    }

    @Test
    void tellsASuspicionFromWhatIsProven() throws IOException {
        Run run = Run.scan(folder, "--shadow", SUSPICION);
        matches("suspicion.txt", run.output().replaceAll(" in [0-9.]+ s \\(\\d+ MB/s\\)", " in N s"));
        assertThat(Run.scan(folder, "--shadow", "--format", "html", SUSPICION).output())
                .contains(
                        "Only suspected: 1 finding.",
                        "<span class=class>false-success · unproven-claim <em class=suspicion>suspicion</em></span>");
    }

    @Test
    void fitsANarrowerTerminal() throws IOException {
        assertThat(List.of(Terminal.width("59"), Terminal.width("72"), Terminal.width("200"), Terminal.width("wide")))
                .containsExactly(60, 72, 80, 80);
        StringWriter narrow = new StringWriter();
        TableReport report = new TableReport(narrow, false, 60);
        List<Path> files = List.of(Path.of(LOOP), Path.of(SUSPICION));
        report.end(
                new Survey(files, Optional.empty(), Detectors.all(), Event.NO_TIME, 1, _ -> {}).run(report, _ -> {}));
        assertThat(narrow.toString())
                .contains("  medium false-success · unproven-claim\n         lines 1-4, a suspicion\n");
        assertThat(narrow.toString().lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 60);
    }

    @ParameterizedTest
    @CsvSource({"none, 0", "high, 0", "medium, 1", "low, 1"})
    void endsAsToldOnFindings(String failOn, int status) {
        assertThat(Run.scan(folder, "--fail-on", failOn, LOOP).status()).isEqualTo(status);
        assertThat(Run.scan(folder, "--fail-on", failOn, CLEAN).status()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --fail-on | never  | --fail-on takes high, medium, low or none, not `never`
            --agent   | nobody | no agent is called `nobody`; there are atif, claude-code,
            --since   | soon   | --since takes a number and m, h, d or w, such as 7d, not `soon`
            --since   | 7      | --since takes a number and m, h, d or w, such as 7d, not `7`
            --since   | -1d    | --since takes a number and m, h, d or w, such as 7d, not `-1d`
            --threads | 0      | --threads takes a number from 1 on, not `0`
            --format  | xml    | Invalid value for option '--format'
            """)
    void saysWhatIsWrongWithItsUsage(String option, String value, String message) {
        Run run = Run.scan(folder, option, value, CLEAN);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.error()).startsWith(message);
    }

    @Test
    void saysThatAPathIsMissing() {
        Run run = Run.scan(folder, "no/such/file");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.error()).startsWith("there is no file or folder `no/such/file`");
    }

    @Test
    void saysThatNothingCouldBeRead() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(Run.scan(folder, empty.toString()))
                .isEqualTo(new Run(3, "", "fairlead: found no files to scan; name a file or folder\n"));
        Path notes = Files.writeString(folder.resolve("notes.md"), "# Notes\n");
        Run run = Run.scan(folder, "--format", "jsonl", notes.toString());
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.error())
                .isEqualTo("fairlead: %s is not scanned: none of its lines is a record of a known agent\n"
                        .formatted(notes));
    }

    @Test
    void namesWhatItCannotReadAndGoesOn() throws IOException {
        Path mixed = Files.createDirectory(folder.resolve("mixed"));
        Files.writeString(mixed.resolve("a-empty.jsonl"), "");
        Files.write(mixed.resolve("b-binary.jsonl"), new byte[] {'{', 0, 1, 2, '\n'});
        Files.copy(Path.of(LOOP), mixed.resolve("c-session.jsonl"));
        Files.createDirectory(mixed.resolve("node_modules"));
        Files.copy(Path.of(LOOP), mixed.resolve("node_modules/passed-over.jsonl"));
        Run run = Run.scan(folder, "--format", "jsonl", mixed.toString());
        assertThat(run.status()).isZero();
        assertThat(run.error()).isEqualTo("""
                fairlead: %1$s/a-empty.jsonl is not scanned: it is empty
                fairlead: %1$s/b-binary.jsonl is not scanned: it is not text
                """.formatted(mixed));
        assertThat(run.output()).contains("\"files\":1,\"sessions\":1,\"unreadable\":2");
    }

    @Test
    void countsWarningsBeyondTheFirstTwenty() throws IOException {
        Path many = Files.createDirectory(folder.resolve("many"));
        for (int i = 0; i < Warnings.SHOWN + 3; i++) {
            Files.writeString(many.resolve("note-" + i), "words\n");
        }
        List<String> lines = Run.scan(folder, many.toString()).error().lines().toList();
        assertThat(lines).hasSize(Warnings.SHOWN + 1).last().isEqualTo("fairlead: and 3 more warnings like these");
    }

    @Test
    void saysTheSameWhateverTheNumberOfThreads() throws IOException {
        Path copies = Files.createDirectory(folder.resolve("copies"));
        for (int i = 0; i < 8; i++) {
            Files.copy(Path.of(LOOP), copies.resolve("loop-" + i + ".jsonl"));
            Files.copy(Path.of(CHURN), copies.resolve("churn-" + i + ".jsonl"));
        }
        String one = Run.scan(folder, "--format", "jsonl", "--threads", "1", copies.toString())
                .withoutSummary();
        assertThat(one.lines()).hasSizeGreaterThan(16);
        for (String threads : List.of("2", "4", "8")) {
            Run run = Run.scan(folder, "--format", "jsonl", "--threads", threads, copies.toString());
            assertThat(run.withoutSummary()).as("%s threads", threads).isEqualTo(one);
        }
    }

    @Test
    void readsAFileInTheDialectThatIsNamed() {
        Run run = Run.scan(folder, "--format", "jsonl", "--agent", "codex", CLEAN);
        assertThat(run.output()).containsPattern("\"unread\":[1-9]").doesNotContain("claude-code\",");
    }

    @Test
    void readsADocumentThatIsLongerThanAnyBuffer() throws IOException {
        String message = "{\"role\":\"user\",\"content\":\"%s\"},".formatted("x".repeat(100));
        String messages = "[" + message.repeat(3_000) + "{\"role\":\"assistant\",\"content\":\"done\"}]";
        Path file = Files.writeString(folder.resolve("long.json"), messages);
        assertThat(Run.scan(folder, "--format", "jsonl", file.toString()).output())
                .contains("\"events\":3002,", "\"unread\":0}", "\"bytes\":" + messages.length());
    }

    @Test
    void leavesOutSessionsThatEndedBefore() throws IOException {
        String session = Files.readString(Path.of(LOOP)).replace("2026-11-21T", "2001-11-21T");
        Path old = Files.writeString(folder.resolve("old.jsonl"), session);
        assertThat(Run.scan(folder, "--format", "jsonl", "--since", "7d", old.toString())
                        .output())
                .contains("\"files\":1,\"sessions\":0");
    }

    @Test
    void countsTheFindingsBeyondTheMostThatItKeeps() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= SessionReport.MOST_FINDINGS; i++) {
            text.append(record(
                    "assistant",
                    "{\"type\":\"tool_use\",\"id\":\"t%d\",\"name\":\"Read\",\"input\":{\"file_path\":\"f\"}}"
                            .formatted(i)));
            text.append(record(
                    "user",
                    "{\"type\":\"tool_result\",\"tool_use_id\":\"t%d\",\"is_error\":true,\"content\":\"File does not exist.\"}"
                            .formatted(i)));
            text.append(record("user", "{\"type\":\"text\",\"text\":\"again\"}"));
        }
        Path file = Files.writeString(folder.resolve("busy.jsonl"), text, StandardCharsets.UTF_8);
        Run run = Run.scan(folder, "--format", "jsonl", file.toString());
        assertThat(run.error())
                .isEqualTo("fairlead: %s: 1 findings of session s are counted but not listed, beyond the first 2,000\n"
                        .formatted(file));
        assertThat(run.output()).contains("\"findings\":2001");
    }

    private static String record(String type, String block) {
        return "{\"type\":\"%s\",\"uuid\":\"u\",\"sessionId\":\"s\",\"message\":{\"content\":[%s]}}%n"
                .formatted(type, block)
                .replace("\r", "");
    }
}
