package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// A parser made for one command answers like the one that knows them all.
final class MainTest {

    private static String answer(CommandLine line, String... arguments) {
        StringWriter text = new StringWriter();
        int status =
                line.setOut(new PrintWriter(text)).setErr(new PrintWriter(text)).execute(arguments);
        return status + "\n" + text;
    }

    @Test
    void everyCommandIsTheSameHoweverItIsReached() {
        for (String name : Main.commandLine().getSubcommands().keySet()) {
            for (List<String> words : List.of(List.of(name, "--help"), List.of(name, "--no-such-option"))) {
                String[] arguments = words.toArray(new String[0]);
                assertThat(answer(Main.commandLine(arguments), arguments))
                        .isEqualTo(answer(Main.commandLine(), arguments));
            }
        }
    }

    @Test
    void whatIsNoCommandIsAnsweredByTheOneThatKnowsThemAll() {
        assertThat(answer(Main.commandLine(new String[] {"chek-command"}), "chek-command"))
                .contains("check-command");
        assertThat(answer(Main.commandLine(new String[] {"--help"}), "--help")).contains("replay");
    }
}
