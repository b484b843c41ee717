package dev.fairlead.wire;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Cuts a stream of bytes into lines, whatever the chunks in which the bytes come.
///
/// A line ends with a line feed, and a carriage return before it is not part of it. A line longer than the limit is
/// never held whole: its first bytes are, and its length is counted.
public final class Lines {

    private static final int CHUNK = 1 << 17;
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FEEDS = 0x0A0A0A0A0A0A0A0AL;
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private final InputStream source;
    private final int limit;
    private byte[] buffer = new byte[CHUNK];
    private int start;
    private int end;
    private int scanned;
    private boolean isAtEnd;
    private boolean isStopped;
    private long bytes;

    /// @param limit the longest line that is handed over whole, in bytes
    public Lines(InputStream source, int limit) {
        this.source = source;
        this.limit = limit;
    }

    /// Takes in lines.
    public interface Listener {

        /// A line within the limit, without its end. The bytes are valid only during the call.
        ///
        /// @param number from 1
        /// @param isEnded whether a line feed ends it; false for what stands behind the last one
        void line(long number, byte[] bytes, int from, int length, boolean isEnded);

        /// A line beyond the limit.
        ///
        /// @param length in bytes
        void tooLong(long number, long length);
    }

    /// How many bytes were read so far.
    long bytes() {
        return bytes;
    }

    /// Ends the reading after the line that is being handed over.
    void stop() {
        isStopped = true;
    }

    /// Hands over every line in order.
    public void each(Listener listener) throws IOException {
        for (long number = 1; !isStopped; number++) {
            int feed = findFeed();
            if (feed >= 0) {
                int length = feed - start;
                int stripped = length > 0 && buffer[feed - 1] == '\r' ? length - 1 : length;
                listener.line(number, buffer, start, stripped, true);
                start = feed + 1;
                scanned = start;
            } else if (end - start > limit) {
                listener.tooLong(number, skipLine());
            } else {
                if (end > start) {
                    listener.line(number, buffer, start, end - start, false);
                }
                return;
            }
            if (isAtEnd && start == end) {
                return;
            }
        }
    }

    /// The place of the next line feed; -1 where the stream ends or the limit is passed before one.
    private int findFeed() throws IOException {
        while (true) {
            int feed = indexOfFeed(buffer, scanned, end);
            if (feed >= 0) {
                return isBeyond(feed) ? -1 : feed;
            }
            scanned = end;
            if (isAtEnd || isBeyond(end)) {
                return -1;
            }
            fill();
        }
    }

    /// Whether what is read up to a place is longer than any line may be; a carriage return may yet be its end.
    private boolean isBeyond(int to) {
        int length = to - start;
        return length > limit + 1 || length == limit + 1 && buffer[to - 1] != '\r';
    }

    private void fill() throws IOException {
        if (end == buffer.length) {
            makeRoom();
        }
        int count = source.read(buffer, end, buffer.length - end);
        if (count < 0) {
            isAtEnd = true;
        } else {
            end += count;
            bytes += count;
        }
    }

    private void makeRoom() {
        int length = end - start;
        boolean isFull = length > buffer.length / 2;
        byte[] next = isFull ? new byte[Math.min(buffer.length * 2, limit + 2 * CHUNK)] : buffer;
        System.arraycopy(buffer, start, next, 0, length);
        buffer = next;
        scanned -= start;
        start = 0;
        end = length;
    }

    /// Passes over a line that is too long and tells its length.
    private long skipLine() throws IOException {
        long length = 0;
        while (true) {
            int feed = indexOfFeed(buffer, start, end);
            if (feed >= 0) {
                length += feed - start;
                start = feed + 1;
                scanned = start;
                return length;
            }
            length += end - start;
            start = 0;
            end = 0;
            scanned = 0;
            buffer = buffer.length > CHUNK ? new byte[CHUNK] : buffer;
            fill();
            if (isAtEnd) {
                return length;
            }
        }
    }

    /// The place of the first line feed; -1 where there is none. Looks at eight bytes at once: a byte of `word` is
    /// zero where the source has a line feed, and a zero byte is what the subtraction borrows from (Warren,
    /// Hacker's Delight, 6-1).
    private static int indexOfFeed(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long word = (long) WORDS.get(bytes, at) ^ FEEDS;
            long zeros = (word - ONES) & ~word & HIGH_BITS;
            if (zeros != 0) {
                return at + Long.numberOfTrailingZeros(zeros) / Byte.SIZE;
            }
        }
        for (; at < to; at++) {
            if (bytes[at] == '\n') {
                return at;
            }
        }
        return -1;
    }
}
