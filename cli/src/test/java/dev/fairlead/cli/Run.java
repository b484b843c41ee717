package dev.fairlead.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One run of the command line: what it wrote, said on standard error, and ended with.
record Run(int status, String output, String error) {

    static final Path EXAMPLES = Path.of("..", "examples", "sessions");

    /// Runs `fairlead scan` with these arguments, its report going to a file.
    static Run scan(Path folder, String... arguments) {
        return of(folder, "scan", arguments);
    }

    /// Runs a command with these arguments, what it writes going to a file.
    static Run of(Path folder, String command, String... arguments) {
        Path report = folder.resolve("report");
        List<String> all = new ArrayList<>(List.of(command, "--output", report.toString()));
        all.addAll(Arrays.asList(arguments));
        StringWriter error = new StringWriter();
        StringWriter spoken = new StringWriter();
        int status = Main.commandLine()
                .setErr(new PrintWriter(error))
                .setOut(new PrintWriter(spoken))
                .execute(all.toArray(String[]::new));
        try {
            String output = Files.exists(report) ? Files.readString(report) : "";
            Files.deleteIfExists(report);
            return new Run(status, output, error.toString());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// The output without the last line of JSON Lines, which tells the time.
    String withoutSummary() {
        return output.replaceAll("\\{\"type\":\"summary\".*\n$", "");
    }
}
