package dev.fairlead.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/// A file's content as long as the file was when it was opened.
///
/// What is appended meanwhile does not count: an agent may still be writing the file, and so may we, where what we
/// write goes into a folder that we read. Without this bound such a run would read its own words and never end.
final class Snapshot extends InputStream {

    private final InputStream source;
    private final long size;
    private final LongConsumer progress;
    private long read;

    private Snapshot(InputStream source, long size, LongConsumer progress) {
        this.source = source;
        this.size = size;
        this.progress = progress;
    }

    /// Opens a file.
    static Snapshot of(Path file) throws IOException {
        return of(file, _ -> {});
    }

    /// Opens a file.
    ///
    /// @param progress is told of every piece that is read how many bytes it has
    static Snapshot of(Path file, LongConsumer progress) throws IOException {
        long size = Files.size(file);
        return new Snapshot(Files.newInputStream(file), size, progress);
    }

    /// Whether the file has another length now than it had when it was opened.
    boolean hasChanged(Path file) throws IOException {
        return Files.size(file) != size;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0; // not the end: whoever fills a buffer asks for nothing when it is full
        }
        int most = (int) Math.min(length, size - read);
        int count = most <= 0 ? -1 : source.read(bytes, from, most);
        read += Math.max(count, 0);
        progress.accept(Math.max(count, 0));
        return count;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
