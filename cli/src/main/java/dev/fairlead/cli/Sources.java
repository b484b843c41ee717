package dev.fairlead.cli;

import dev.fairlead.core.event.Event;
import dev.fairlead.wire.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Finds the files to scan: those that are given, and all below a folder that is given, in the order of their paths.
///
/// Folders that hold no sessions but many files (`.git`, `node_modules`) are passed over, and symbolic links to
/// folders within are not followed, so that no loop of links keeps the search from ending.
final class Sources {

    private static final Set<String> PASSED_OVER = Set.of(".git", "node_modules");

    private final Instant since;
    private final Consumer<String> warnings;

    /// @param since files that were last changed before are passed over
    Sources(Instant since, Consumer<String> warnings) {
        this.since = since;
        this.warnings = warnings;
    }

    /// Every file at or below these paths, each once.
    ///
    /// @throws IOException where one of the paths does not exist
    List<Path> below(List<Path> paths) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                found.addAll(within(path));
            } else if (Files.exists(path)) {
                found.add(path);
            } else {
                throw new IOException("there is no file or folder `%s`".formatted(path));
            }
        }
        return paths.size() == 1 ? found : distinct(found);
    }

    /// Each file once, though several paths lead to it.
    private static List<Path> distinct(List<Path> files) throws IOException {
        Set<Path> seen = new HashSet<>();
        List<Path> distinct = new ArrayList<>(files.size());
        for (Path file : files) {
            if (seen.add(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath())) {
                distinct.add(file);
            }
        }
        return distinct;
    }

    /// A folder that is given may be a link: people keep their agents' folders elsewhere and link to them.
    private List<Path> within(Path folder) throws IOException {
        List<Path> within = new ArrayList<>();
        if (Files.isSymbolicLink(folder)) {
            Path real = folder.toRealPath();
            Files.walkFileTree(real, new Collector(within));
            within.replaceAll(file -> folder.resolve(real.relativize(file)));
        } else {
            Files.walkFileTree(folder, new Collector(within));
        }
        Collections.sort(within);
        return within;
    }

    /// Why a file could not be read or written, in words: the messages of the platform often are only the file's name.
    static String reason(Exception fault) {
        return switch (fault) {
            case UncheckedIOException around when around.getCause() != null -> reason(around.getCause());
            case AccessDeniedException _ -> "permission denied";
            case NoSuchFileException gone -> "there is no file or folder `%s`".formatted(gone.getFile());
            case FileSystemException known when known.getReason() != null -> String.valueOf(known.getReason());
            default -> String.valueOf(fault.getMessage());
        };
    }

    /// The folders and files of this machine in which agents keep their sessions and which exist.
    ///
    /// @param home the person's home folder
    static List<Path> ofAgents(List<Dialect> dialects, Path home) {
        List<Path> places = new ArrayList<>();
        for (Dialect dialect : dialects) {
            places.addAll(Places.of(dialect, home));
        }
        return places;
    }

    private final class Collector extends SimpleFileVisitor<Path> {

        private final List<Path> found;

        Collector(List<Path> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            Path name = folder.getFileName();
            return name != null && PASSED_OVER.contains(name.toString())
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            boolean isRegular =
                    attributes.isRegularFile() || (attributes.isSymbolicLink() && Files.isRegularFile(file));
            boolean isRecent = since.equals(Event.NO_TIME)
                    || !attributes.lastModifiedTime().toInstant().isBefore(since);
            if (isRegular && isRecent) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException fault) {
            warnings.accept("%s is not scanned: %s".formatted(file, reason(fault)));
            return FileVisitResult.CONTINUE;
        }
    }
}
