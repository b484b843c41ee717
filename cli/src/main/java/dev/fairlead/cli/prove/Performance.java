package dev.fairlead.cli.prove;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// One run of a client, from start to end.
///
/// @param isEnded whether it ended by itself
/// @param status its exit status; -1 where it had to be ended
public record Performance(boolean isEnded, int status) {

    private static final int GRACE_SECONDS = 3;

    /// Runs a client and waits for its end. What it started is ended with it, also what stays behind at
    /// work in the same folder.
    ///
    /// @param environment everything that it finds there
    /// @param work its working directory
    /// @param said where what it writes goes
    public static Performance of(
            Client.Launch launch, Map<String, String> environment, Path work, Path said, Duration patience)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(launch.arguments())
                .directory(work.toFile())
                .redirectInput(new File("/dev/null")) // several clients read on until it ends
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().putAll(launch.environment());
        Process process = builder.start();
        try {
            boolean isEnded = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
            end(process, work);
            return new Performance(isEnded, isEnded ? process.exitValue() : -1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            end(process, work);
            return new Performance(false, -1);
        }
    }

    private static void end(Process process, Path work) {
        List<ProcessHandle> all =
                Stream.concat(process.descendants(), leftIn(work)).toList();
        all.forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        all.forEach(ProcessHandle::destroyForcibly);
    }

    /// Processes that a client left behind and that name its folder, which nobody else's do.
    private static Stream<ProcessHandle> leftIn(Path work) {
        return ProcessHandle.allProcesses()
                .filter(each -> each.info().commandLine().orElse("").contains(work.toString()));
    }
}
