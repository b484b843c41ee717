package dev.fairlead.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Files and folders that only their owner reads: sessions hold what nobody else should see.
final class Folders {

    private static final FileAttribute<?>[] NONE = {};

    private Folders() {}

    /// Makes a folder, and those above it, where there is none.
    static void make(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, permissions(folder, "rwx------"));
        }
    }

    /// Makes the folder of a file, and those above it, where there is none.
    static void makeAbove(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            make(folder);
        }
    }

    /// With what attributes a file is made.
    static FileAttribute<?>[] ownersOnly(Path file) {
        return permissions(file, "rw-------");
    }

    private static FileAttribute<?>[] permissions(Path path, String letters) {
        boolean isPosix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return isPosix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(letters))
                }
                : NONE;
    }
}
