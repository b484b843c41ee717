package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a command writes never harms or feeds what it reads.
final class OutputTest {

    private static final Path LOOP = Run.EXAMPLES.resolve("claude-code/claude-repetition-loop.jsonl");

    @TempDir
    private Path folder;

    private Path sessions;
    private Path session;

    @BeforeEach
    void copyASession() throws IOException {
        sessions = Files.createDirectory(folder.resolve("sessions"));
        session = Files.copy(LOOP, sessions.resolve("a.jsonl"));
    }

    /// A run within this process.
    private static Run run(Object... arguments) {
        StringWriter error = new StringWriter();
        int status = Main.commandLine()
                .setErr(new PrintWriter(error))
                .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
        return new Run(status, "", error.toString());
    }

    /// A run in a process of its own, whose standard output goes to a file.
    private Run process(Path output, Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        Path error = folder.resolve("error");
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .redirectError(error.toFile())
                .start();
        boolean hasEnded = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(hasEnded).isTrue();
        String written = Files.isRegularFile(output) ? Files.readString(output) : "";
        return new Run(process.exitValue(), written, Files.readString(error));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scan", "export", "replay"})
    void leavesOutOfAFolderTheFileThatItWrites(String command) throws IOException {
        Path output = sessions.resolve("out.jsonl");
        run(command, "--format", command.equals("export") ? "events" : "jsonl", "--output", output, sessions);
        long first = Files.size(output);

        Run again =
                run(command, "--format", command.equals("export") ? "events" : "jsonl", "--output", output, sessions);

        assertThat(again.status()).isZero();
        assertThat(again.error()).contains("fairlead: %s is not read: this run writes it\n".formatted(output));
        assertThat(Files.size(output)).isCloseTo(first, within(8L)); // scan tells its time
        assertThat(names(sessions)).containsExactly("a.jsonl", "out.jsonl");
    }

    @Test
    void leavesOutOfAFolderTheFileThatStandardOutputGoesTo() throws IOException, InterruptedException {
        Path output = Files.copy(LOOP, sessions.resolve("out.jsonl"));
        String before = Files.readString(output);

        Run run = process(output, "export", sessions);

        assertThat(run)
                .isEqualTo(new Run(
                        0,
                        before + Run.of(folder, "export", session.toString()).output(),
                        "fairlead: %s is not read: this run writes it\n".formatted(output)));
    }

    @ParameterizedTest
    @CsvSource({"scan, a.jsonl", "export, a.jsonl", "replay, a.jsonl", "export, link.jsonl"})
    void refusesToOverwriteWhatItReads(String command, String name) throws IOException {
        Files.createSymbolicLink(sessions.resolve("link.jsonl"), session);
        Path output = sessions.resolve(name);

        Run run = run(command, session, "--output", output);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.error()).endsWith("""
                --output names `%s`, which is to be read and would be overwritten; name another file
                see `fairlead %s --help`
                """.formatted(output, command));
        assertThat(session).hasSameBinaryContentAs(LOOP);
    }

    @Test
    void refusesAFolderAsItsOutput() {
        Path none = folder.resolve("none");
        String message = "--output takes a file, and `%s` is a folder; name a file in it\nsee `fairlead scan --help`\n";

        assertThat(run("scan", session, "--output", sessions)).isEqualTo(new Run(2, "", message.formatted(sessions)));
        assertThat(run("scan", session, "--output", none + "/")).isEqualTo(new Run(2, "", message.formatted(none)));
        assertThat(none).doesNotExist();
    }

    @Test
    void leavesWhatWasThereWhereNothingCouldBeExported() throws IOException {
        Path words = Files.writeString(sessions.resolve("words.txt"), "some words");
        Path output = Files.writeString(folder.resolve("old.jsonl"), "old");

        assertThat(run("export", words, "--output", output).status()).isEqualTo(3);

        assertThat(output).hasContent("old");
        assertThat(names(folder)).containsExactly("old.jsonl", "sessions");
    }

    @Test
    void keepsTheRightsAndTheLinkOfWhatItReplaces() throws IOException {
        Path output = Files.writeString(folder.resolve("old.txt"), "old");
        Files.setPosixFilePermissions(output, PosixFilePermissions.fromString("rw-------"));
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), output);

        assertThat(run("scan", session, "--output", link)).isEqualTo(new Run(0, "", ""));

        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(output)).contains("repetition-loop");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(output)))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @CsvSource({
        "scan, table, report",
        "scan, jsonl, report",
        "scan, sarif, report",
        "scan, html, report",
        "export, events, sessions",
        "export, atif, sessions",
        "export, otlp, sessions",
        "replay, text, replay",
        "replay, jsonl, replay",
    })
    void saysThatADeviceIsFull(String command, String format, String what) {
        Run run = run(command, "--format", format, session, "--output", "/dev/full");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.error())
                .endsWith("fairlead: the %s cannot be written: No space left on device\n".formatted(what));
        assertThat(run.error()).doesNotContain("\tat ");
    }

    @Test
    void saysThatStandardOutputIsFull() throws IOException, InterruptedException {
        assertThat(process(Path.of("/dev/full"), "export", session))
                .isEqualTo(new Run(3, "", "fairlead: the sessions cannot be written: No space left on device\n"));
    }

    @Test
    void saysThatTheFolderOfAnExportIsMissing() {
        Path output = folder.resolve("none/out.jsonl");

        assertThat(run("export", session, "--output", output))
                .isEqualTo(new Run(
                        3,
                        "",
                        "fairlead: the sessions cannot be written: there is no file or folder `%s`\n"
                                .formatted(output)));
    }

    @Test
    void readsAFileOnceHoweverOftenItIsGiven() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), sessions);

        Run run = Run.scan(
                folder,
                "--format",
                "jsonl",
                session.toString(),
                sessions.resolve("../sessions/a.jsonl").toString(),
                sessions.toString(),
                link.toString());

        assertThat(run.output()).contains("\"files\":1,\"sessions\":1,");
    }

    @ParameterizedTest
    @CsvSource({
        "scan, ''",
        "export, ''",
        "replay, ''",
        "metrics, 'Invalid value for positional parameter at index 0..* (FILE): '",
        "blame, 'Invalid value for positional parameter at index 0 (FILE): '",
    })
    void refusesAnEmptyPath(String command, String where) {
        assertThat(run(command, ""))
                .isEqualTo(new Run(
                        2,
                        "",
                        "%sthe path is empty; name a file or folder\nsee `fairlead %s --help`\n"
                                .formatted(where, command)));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
