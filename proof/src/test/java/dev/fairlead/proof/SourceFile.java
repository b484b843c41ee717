package dev.fairlead.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A file that people write and read: its place below the root of the repository, and its text.
record SourceFile(Path path, String text) {
    private static final Set<String> PASSED_OVER = Set.of("target", ".git", "offenders", "examples");

    /// Every Java file and README of the house, but for offenders and example data.
    static List<SourceFile> ofTheHouse() {
        Path root = root();
        List<SourceFile> found = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return PASSED_OVER.contains(folder.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    String name = file.getFileName().toString();
                    if (name.endsWith(".java") || name.equals("README.md")) {
                        found.add(new SourceFile(root.relativize(file), Files.readString(file)));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return List.copyOf(found);
    }

    /// The root of the repository: tests run in the folder of their module.
    static Path root() {
        return Path.of("..").toAbsolutePath().normalize();
    }

    boolean isJava() {
        return path.toString().endsWith(".java");
    }

    boolean isReadme() {
        return path.getFileName().toString().equals("README.md");
    }

    List<String> lines() {
        return text.lines().toList();
    }

    /// The places of what a pattern finds, as `path:line`.
    List<String> placesOf(Pattern pattern) {
        List<String> places = new ArrayList<>();
        List<String> lines = lines();
        for (int line = 0; line < lines.size(); line++) {
            if (pattern.matcher(lines.get(line)).find()) {
                places.add(path + ":" + (line + 1));
            }
        }
        return places;
    }
}
