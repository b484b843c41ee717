package dev.fairlead.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Optional;

/// What a run writes, which takes its place when it is whole, so that a run that fails leaves what was there.
///
/// It is written beside its place. What is no plain file, such as a device, and a file in a folder that takes no new
/// ones are written to directly.
final class Draft implements Closeable {

    private final OutputStream bytes;
    private final Writer writer;
    private final Optional<Beside> beside;

    private Draft(OutputStream bytes, Optional<Beside> beside) {
        this.bytes = bytes;
        this.writer = Terminal.writer(bytes);
        this.beside = beside;
    }

    /// A file that is to take the place of another.
    private record Beside(Path file, Path place) {}

    /// What is written as it comes.
    static Draft direct(OutputStream bytes) {
        return new Draft(bytes, Optional.empty());
    }

    /// Begins to write a file.
    ///
    /// @throws IOException where it cannot be made or written
    static Draft of(Path file) throws IOException {
        boolean isThere = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        if (isThere && !Files.isRegularFile(file)) {
            return direct(Files.newOutputStream(file));
        }
        Path place = isThere ? file.toRealPath() : file.toAbsolutePath(); // a link stays one
        Path folder = Optional.ofNullable(place.getParent()).orElse(place);
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(file.toString());
        }
        if (isThere && !Files.isWritable(place)) {
            throw new AccessDeniedException(file.toString());
        }
        if (isThere && !Files.isWritable(folder)) {
            return direct(Files.newOutputStream(place));
        }
        Path beside = folder.resolve(".fairlead-%x.part".formatted(System.nanoTime()));
        OutputStream bytes = Files.newOutputStream(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        beside.toFile().deleteOnExit(); // a person may stop the run
        return new Draft(bytes, Optional.of(new Beside(beside, place)));
    }

    /// Takes in the text.
    Writer writer() {
        return writer;
    }

    /// Ends the writing and puts the file in its place.
    ///
    /// @throws IOException where the rest cannot be written
    void keep() throws IOException {
        writer.close();
        if (beside.isEmpty()) {
            return;
        }
        Beside made = beside.get();
        if (Files.exists(made.place())) {
            sameRights(made.place(), made.file());
        }
        Files.move(made.file(), made.place(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Who may read a report stays as it was.
    private static void sameRights(Path from, Path to) throws IOException {
        if (Optional.ofNullable(Files.getFileAttributeView(from, PosixFileAttributeView.class))
                .isPresent()) {
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
        }
    }

    /// Takes away what was not kept. What waits in the writer is not written: where writing failed it would fail again.
    @Override
    public void close() throws IOException {
        bytes.close();
        if (beside.isPresent()) {
            Files.deleteIfExists(beside.get().file());
        }
    }
}
