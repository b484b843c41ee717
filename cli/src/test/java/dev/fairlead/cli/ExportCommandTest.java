package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportCommandTest {

    private static final String LOOP =
            Run.EXAMPLES.resolve("claude-code/claude-repetition-loop.jsonl").toString();

    @TempDir
    private Path folder;

    @Test
    void findsTheSameInTheEventsAsInTheSession() throws IOException {
        Path events = folder.resolve("events.jsonl");

        Run export = Run.of(folder, "export", LOOP);
        Files.writeString(events, export.output());

        assertThat(export).isEqualTo(new Run(0, export.output(), ""));
        String found = Run.scan(folder, "--format", "jsonl", LOOP).withoutSummary();
        assertThat(Run.scan(folder, "--format", "jsonl", events.toString()).withoutSummary())
                .isEqualTo(found.replace(LOOP, events.toString()));
    }

    @Test
    void namesWhatItCannotReadAndGoesOn() throws IOException {
        Path words = Files.writeString(folder.resolve("words.txt"), "some words");

        Run both = Run.of(folder, "export", words.toString(), LOOP);
        Run neither = Run.of(folder, "export", words.toString());

        String message =
                "fairlead: %s is not exported: none of its lines is a record of a known agent\n".formatted(words);
        assertThat(both).isEqualTo(new Run(0, Run.of(folder, "export", LOOP).output(), message));
        assertThat(neither).isEqualTo(new Run(3, "", message));
    }

    @Test
    void namesItsFormatsAsTheyAreTyped() {
        StringWriter help = new StringWriter();
        Main.commandLine().setOut(new PrintWriter(help)).execute("export", "--help");
        assertThat(help.toString()).contains("events, atif or otlp; events by default.");
    }

    @Test
    void saysWhatIsWrongWithItsUsage() {
        Run missing = Run.of(folder, "export", folder.resolve("nowhere").toString());

        assertThat(missing.status()).isEqualTo(2);
        assertThat(missing.error()).startsWith("there is no file or folder `");
        assertThat(Run.of(folder, "export", "--agent", "nobody", LOOP).error())
                .startsWith("no agent is called `nobody`; there are ");
        assertThat(Run.of(folder, "export", "--format", "xml", LOOP).error())
                .startsWith("Invalid value for option '--format'");
    }
}
