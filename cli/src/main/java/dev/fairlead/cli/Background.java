package dev.fairlead.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Starts the server as a process of its own, which goes on when the command ends.
final class Background {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /// The server keeps many sessions at hand, so it may use more memory than the other commands.
    private static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-Xms32m",
            "-Xmx1g",
            "-XX:MaxMetaspaceSize=128m",
            "-XX:-UsePerfData",
            "-XX:+UseCompactObjectHeaders",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=30",
            "--enable-native-access=ALL-UNNAMED");

    private Background() {}

    /// Starts it and waits until it listens.
    ///
    /// @throws IOException with words for the person where it does not come up
    static State.Running start(int port) throws IOException {
        Path folder = State.folder();
        Files.createDirectories(folder);
        Path log = folder.resolve("server.log");
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current()
                .info()
                .command()
                .orElseThrow(
                        () -> new IOException("the system does not say which Java runs this; use `fairlead serve`")));
        command.addAll(OPTIONS);
        command.add("-Dfairlead.home=" + System.getProperty("fairlead.home", "."));
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Main.class.getName());
        command.add("serve");
        command.add("--port=" + port);
        Process process = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectErrorStream(true)
                .start();
        return await(process, log);
    }

    private static State.Running await(Process process, Path log) throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        try {
            while (Instant.now().isBefore(end)) {
                Optional<State.Running> running = State.running().filter(each -> each.pid() == process.pid());
                if (running.isPresent()) {
                    return running.get();
                }
                if (process.waitFor(Duration.ofMillis(50))) {
                    throw new IOException("the server ended at once; its last words: " + last(log));
                }
            }
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("the server does not come up; see " + log);
    }

    private static String last(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.isEmpty() ? "none, see " + log : lines.getLast();
    }
}
