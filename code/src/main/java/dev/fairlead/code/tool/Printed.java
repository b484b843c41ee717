package dev.fairlead.code.tool;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What a programme printed on its standard output.
sealed interface Printed {

    /// This.
    record Text(String text) implements Printed {}

    /// Nothing that can be used.
    ///
    /// @param reason in words for a person
    record Not(String reason) implements Printed {}

    /// Runs a programme, and ends it when it takes too long.
    static Printed by(Path program, List<String> arguments, Path root, Duration patience) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        Path printed = Files.createTempFile("fairlead", ".out");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectOutput(printed.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .start();
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                return new Not("it took longer than %d seconds".formatted(patience.toSeconds()));
            }
            if (Files.size(printed) > ToolRun.MOST_OUTPUT) {
                return new Not("it printed more than %,d bytes".formatted(ToolRun.MOST_OUTPUT));
            }
            return new Text(new String(Files.readAllBytes(printed), StandardCharsets.UTF_8));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Not("it was stopped");
        } finally {
            Files.deleteIfExists(printed);
        }
    }
}
