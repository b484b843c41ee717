package dev.fairlead.store;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/// One file of the journal: a line for each entry, with a checksum in front.
///
/// It is written through a `RandomAccessFile`: a channel would be closed, for everybody, by the interrupt
/// of one thread that writes.
final class Segment implements AutoCloseable {

    private static final int CHECKSUM = 8;

    private final long number;
    private final Path path;
    private final RandomAccessFile file;
    private final AtomicBoolean isClosed = new AtomicBoolean();
    private final AtomicLong untaken = new AtomicLong();
    private final AtomicLong length = new AtomicLong();

    private Segment(long number, Path path, RandomAccessFile file, long length) {
        this.number = number;
        this.path = path;
        this.file = file;
        this.length.set(length);
    }

    /// A new, empty segment.
    static Segment create(Path folder, long number) throws IOException {
        Path path = folder.resolve("%012d.journal".formatted(number));
        Files.createFile(path, Folders.ownersOnly(path));
        return new Segment(number, path, new RandomAccessFile(path.toFile(), "rw"), 0);
    }

    /// One that an earlier process left.
    static Segment open(Path path) throws IOException {
        return new Segment(numberOf(path), path, new RandomAccessFile(path.toFile(), "rw"), Files.size(path));
    }

    static boolean isOne(Path path) {
        return nameOf(path).matches("[0-9]{12}\\.journal");
    }

    private static long numberOf(Path path) {
        return Long.parseLong(nameOf(path).substring(0, 12));
    }

    private static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    long number() {
        return number;
    }

    long length() {
        return length.get();
    }

    AtomicLong untaken() {
        return untaken;
    }

    /// An entry as the bytes of its line.
    static byte[] line(String entry) {
        byte[] bytes = entry.getBytes(StandardCharsets.UTF_8);
        byte[] line = new byte[CHECKSUM + 1 + bytes.length + 1];
        byte[] sum = checksum(bytes, 0, bytes.length).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(sum, 0, line, 0, CHECKSUM);
        line[CHECKSUM] = ' ';
        System.arraycopy(bytes, 0, line, CHECKSUM + 1, bytes.length);
        line[line.length - 1] = '\n';
        return line;
    }

    private static String checksum(byte[] bytes, int from, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, from, length);
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }

    /// Appends a line. Where that fails nothing of it stays.
    void append(byte[] line) throws IOException {
        try {
            file.write(line);
            length.addAndGet(line.length);
            untaken.incrementAndGet();
        } catch (IOException fault) {
            file.setLength(length.get());
            file.seek(length.get());
            throw fault;
        }
    }

    /// Forces what was written to the disk. One that was let go of meanwhile needs none.
    void sync() throws IOException {
        try {
            file.getFD().sync();
        } catch (IOException fault) {
            if (!isClosed.get()) {
                throw fault;
            }
        }
    }

    /// Reads every sound entry, in order, as text.
    ///
    /// @param faults is told, in words, what is cut or skipped
    void read(Consumer<String> entries, Consumer<String> faults) throws IOException {
        long lines = 0;
        long broken = 0;
        try (InputStream source = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = source.read(); next >= 0; next = source.read()) {
                if (next != '\n') {
                    line.write(next);
                    continue;
                }
                lines++;
                Optional<String> entry = sound(line.toByteArray());
                broken += entry.isPresent() ? 0 : 1;
                entry.ifPresent(entries);
                line.reset();
            }
            if (line.size() > 0) {
                faults.accept("`%s` ends within an entry, which was never acknowledged; its %d bytes are cut"
                        .formatted(path, line.size()));
            }
        }
        if (broken > 0) {
            faults.accept("%d of %d entries of `%s` are damaged and are skipped".formatted(broken, lines, path));
        }
    }

    private static Optional<String> sound(byte[] line) {
        int from = CHECKSUM + 1;
        if (line.length <= from
                || !checksum(line, from, line.length - from)
                        .equals(new String(line, 0, CHECKSUM, StandardCharsets.US_ASCII))) {
            return Optional.empty();
        }
        return Optional.of(new String(line, from, line.length - from, StandardCharsets.UTF_8));
    }

    void delete() throws IOException {
        close();
        Files.deleteIfExists(path);
    }

    @Override
    public void close() throws IOException {
        isClosed.set(true);
        file.close();
    }
}
