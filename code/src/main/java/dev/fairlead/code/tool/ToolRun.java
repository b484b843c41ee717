package dev.fairlead.code.tool;

import dev.fairlead.code.Remark;
import dev.fairlead.code.report.MalformedReport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What came of running a tool.
public sealed interface ToolRun {

    /// It ran.
    ///
    /// @param version as it tells it; empty where it does not
    record Found(String version, List<Remark> remarks) implements ToolRun {}

    /// It is not installed.
    record Absent() implements ToolRun {}

    /// It ran, and came to nothing.
    ///
    /// @param reason in words for a person
    record Failed(String reason) implements ToolRun {}

    /// The most that is read of what a tool prints, in bytes.
    int MOST_OUTPUT = 32 << 20;

    /// How long a tool may take to say its version.
    Duration VERSION_PATIENCE = Duration.ofSeconds(20);

    /// The first number with points in what a tool says of itself.
    Pattern VERSION = Pattern.compile("\\d+(\\.\\d+){1,3}");

    /// Runs a tool over some files.
    ///
    /// @param path the folders to look for its programme in, as in the variable `PATH`
    /// @param patience after which it is ended
    static ToolRun of(Tool tool, List<String> files, Path root, String path, Duration patience) throws IOException {
        for (String folder : path.split(File.pathSeparator, -1)) {
            Path program = Path.of(folder, tool.program());
            if (!folder.isEmpty() && Files.isExecutable(program) && !Files.isDirectory(program)) {
                return run(tool, program, files, root, patience);
            }
        }
        return new Absent();
    }

    private static ToolRun run(Tool tool, Path program, List<String> files, Path root, Duration patience)
            throws IOException {
        return switch (tool.call(files, root)) {
            case Tool.Call.Impossible impossible -> new Failed(impossible.reason());
            case Tool.Call.With with ->
                switch (Printed.by(program, with.arguments(), root, patience)) {
                    case Printed.Not not -> new Failed(not.reason());
                    case Printed.Text text -> read(tool, program, text.text(), root);
                };
        };
    }

    private static ToolRun read(Tool tool, Path program, String printed, Path root) throws IOException {
        try {
            List<Remark> remarks = tool.read(printed, root);
            return new Found(version(tool, program, root), remarks);
        } catch (MalformedReport fault) {
            String version = version(tool, program, root);
            String told = version.isEmpty() ? "" : " (version %s)".formatted(version);
            return new Failed("what it printed is not understood%s: %s".formatted(told, fault.getMessage()));
        }
    }

    private static String version(Tool tool, Path program, Path root) throws IOException {
        String told = switch (Printed.by(program, tool.versionArguments(), root, VERSION_PATIENCE)) {
            case Printed.Not _ -> "";
            case Printed.Text text -> text.text();
        };
        Matcher version = VERSION.matcher(told);
        return version.find() ? version.group() : "";
    }
}
