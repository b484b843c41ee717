package dev.fairlead.cli.connect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// The files of settings: read as text, and written whole or not at all.
final class Disk {

    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> PLAIN = PosixFilePermissions.fromString("rw-r--r--");
    private static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwxr-xr-x");

    private Disk() {}

    /// A file's text; empty where there is no such file.
    static Optional<String> text(Path file) throws IOException {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (CharacterCodingException fault) {
            throw new MalformedSettings("%s was left as it is: it is not UTF-8".formatted(file));
        }
    }

    /// Does what is planned with a file. What it points to is changed where it is a link, and it keeps
    /// its rights.
    static void make(FileChange change) throws IOException {
        if (change.after().isEmpty()) {
            Files.deleteIfExists(change.file());
            return;
        }
        Path target = Files.isSymbolicLink(change.file()) ? change.file().toRealPath() : change.file();
        Set<PosixFilePermission> rights = new HashSet<>(PLAIN);
        if (change.isProgram()) {
            rights.addAll(PROGRAM);
        } else if (Files.exists(target)) {
            rights = Files.getPosixFilePermissions(target);
        }
        write(target, change.after().get(), rights);
    }

    /// Writes a file that only this person may read.
    static void keep(Path file, String text) throws IOException {
        write(file, text, PRIVATE);
    }

    private static void write(Path target, String text, Set<PosixFilePermission> rights) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("%s is no file".formatted(target));
        }
        Files.createDirectories(folder);
        Path beside = Files.createTempFile(folder, ".fairlead-", ".new");
        try {
            Files.writeString(beside, text);
            Files.setPosixFilePermissions(beside, rights);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
