package dev.fairlead.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Where a command writes: the file that `--output` names, or standard output.
final class Output {

    private final Optional<Path> file;

    private Output(Optional<Path> file) {
        this.file = file;
    }

    /// What `--output` names.
    ///
    /// @param read what the command is to read; a file among it is not to be overwritten
    /// @throws ParameterException where a folder is named, or a file that is to be read
    static Output of(CommandSpec spec, Optional<Path> file, List<Path> read) {
        if (file.isEmpty()) {
            return new Output(file);
        }
        Path named = file.get();
        boolean endsInSlash = Optional.ofNullable(spec.findOption("--output")).stream()
                .flatMap(option -> option.originalStringValues().stream())
                .anyMatch(text -> text.endsWith("/"));
        if (endsInSlash || Files.isDirectory(named)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--output takes a file, and `%s` is a folder; name a file in it".formatted(named));
        }
        for (Path each : read) {
            if (Files.isRegularFile(each) && isSame(each, named)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--output names `%s`, which is to be read and would be overwritten; name another file"
                                .formatted(named));
            }
        }
        return new Output(file);
    }

    /// The files but the one that this run writes, of which a warning tells.
    List<Path> without(List<Path> files, Consumer<String> warnings) {
        Optional<Path> own = file.or(Output::redirected).filter(Files::isRegularFile);
        if (own.isEmpty()) {
            return files;
        }
        List<Path> others = new ArrayList<>(files.size());
        for (Path each : files) {
            if (isSame(each, own.get())) {
                warnings.accept("%s is not read: this run writes it".formatted(each));
            } else {
                others.add(each);
            }
        }
        return others;
    }

    /// Opens it for writing.
    ///
    /// @throws IOException where that is refused
    Draft open() throws IOException {
        // `System.out` would keep silent about a full disk and a reader that went away
        return file.isEmpty() ? Draft.direct(new FileOutputStream(FileDescriptor.out)) : Draft.of(file.get());
    }

    /// The file that standard output goes to, where the platform tells.
    private static Optional<Path> redirected() {
        try {
            return Optional.of(Path.of("/proc/self/fd/1").toRealPath());
        } catch (IOException unknown) {
            return Optional.empty(); // a pipe, or a platform without such links
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(other, LinkOption.NOFOLLOW_LINKS) && Files.isSameFile(one, other);
        } catch (IOException gone) {
            return false;
        }
    }
}
