package dev.fairlead.code.tool;

import dev.fairlead.code.Remark;
import dev.fairlead.code.report.MalformedReport;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What came of running a tool.
public sealed interface ToolRun {

    /// It ran.
    record Found(List<Remark> remarks) implements ToolRun {}

    /// It is not installed.
    record Absent() implements ToolRun {}

    /// It ran, and came to nothing.
    ///
    /// @param reason in words for a person
    record Failed(String reason) implements ToolRun {}

    /// The most that is read of what a tool prints, in bytes.
    int MOST_OUTPUT = 32 << 20;

    /// Runs a tool over some files.
    ///
    /// @param path the folders to look for its programme in, as in the variable `PATH`
    /// @param patience after which it is ended
    static ToolRun of(Tool tool, List<String> files, Path root, String path, Duration patience) throws IOException {
        for (String folder : path.split(File.pathSeparator, -1)) {
            Path program = Path.of(folder, tool.name());
            if (!folder.isEmpty() && Files.isExecutable(program) && !Files.isDirectory(program)) {
                return run(tool, program, files, root, patience);
            }
        }
        return new Absent();
    }

    private static ToolRun run(Tool tool, Path program, List<String> files, Path root, Duration patience)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(tool.arguments(files));
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
                return new Failed("it took longer than %d seconds".formatted(patience.toSeconds()));
            }
            if (Files.size(printed) > MOST_OUTPUT) {
                return new Failed("it printed more than %,d bytes".formatted(MOST_OUTPUT));
            }
            return new Found(tool.read(new String(Files.readAllBytes(printed), StandardCharsets.UTF_8), root));
        } catch (MalformedReport fault) {
            return new Failed(String.valueOf(fault.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Failed("it was stopped");
        } finally {
            Files.deleteIfExists(printed);
        }
    }
}
