package dev.fairlead.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A program on the path, such as an agent.
///
/// @param file where it is
record Program(Path file) {

    private static final Pattern VERSION = Pattern.compile("\\d+(?:\\.\\w+)+(?:-\\w+)?");
    private static final int PATIENCE_SECONDS = 10;

    /// The first of that name on the path.
    static Optional<Program> find(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        for (String folder : path.split(File.pathSeparator, -1)) {
            Path file = Path.of(folder, name);
            if (!folder.isEmpty() && Files.isExecutable(file) && !Files.isDirectory(file)) {
                return Optional.of(new Program(file));
            }
        }
        return Optional.empty();
    }

    /// What it says its version is; empty where it says none in time.
    Optional<String> version() {
        Path said;
        try {
            said = Files.createTempFile("fairlead", ".txt");
        } catch (IOException unable) {
            return Optional.empty();
        }
        try {
            Process process = new ProcessBuilder(List.of(file.toString(), "--version"))
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            Matcher version = VERSION.matcher(Files.readString(said, StandardCharsets.ISO_8859_1));
            Files.delete(said);
            return version.find() ? Optional.of(version.group()) : Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (IOException unable) {
            return Optional.empty();
        }
    }
}
