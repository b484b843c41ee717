package dev.fairlead.wire.git;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// The files that git keeps in a checkout, as its index lists them (versions 2 to 4).
///
/// @param entries by their paths within the checkout
/// @param writtenAt when the index was written: a file that is as new as that may have changed unnoticed
record GitIndex(NavigableMap<String, Entry> entries, Instant writtenAt) {

    private static final int LARGEST = 64 << 20;
    private static final int SIGNATURE = 0x44495243; // DIRC
    private static final int FIXED = 62;
    private static final int EXTENDED = 0x4000;
    private static final int INTENT_TO_ADD = 0x2000;
    private static final int NAME_ENDS = 0;

    /// What git noted of a file when it last looked at it.
    ///
    /// @param digest SHA-1 of its content as git stores it, in hexadecimal
    /// @param isPromised whether it is only to be added later, and its content is kept nowhere
    record Entry(long seconds, long nanos, long size, String digest, boolean isPromised) {}

    /// Reads an index; empty where there is none, or none that is understood.
    static Optional<GitIndex> read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            Instant writtenAt = Files.getLastModifiedTime(file).toInstant();
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            return entries(bytes).map(entries -> new GitIndex(entries, writtenAt));
        } catch (IOException | RuntimeException broken) {
            return Optional.empty(); // cut short, or written by something else
        }
    }

    private static Optional<NavigableMap<String, Entry>> entries(ByteBuffer bytes) {
        boolean isIndex = bytes.getInt() == SIGNATURE;
        int version = bytes.getInt();
        if (!isIndex || version < 2 || version > 4) {
            return Optional.empty();
        }
        int count = bytes.getInt();
        NavigableMap<String, Entry> entries = new TreeMap<>();
        byte[] last = new byte[0];
        for (int i = 0; i < count; i++) {
            int start = bytes.position();
            long seconds = Integer.toUnsignedLong(bytes.getInt(start + 8));
            long nanos = Integer.toUnsignedLong(bytes.getInt(start + 12));
            long size = Integer.toUnsignedLong(bytes.getInt(start + 36));
            byte[] digest = new byte[20];
            bytes.get(start + 40, digest);
            int flags = Short.toUnsignedInt(bytes.getShort(start + 60));
            boolean isExtended = (flags & EXTENDED) != 0;
            int more = isExtended ? Short.toUnsignedInt(bytes.getShort(start + FIXED)) : 0;
            bytes.position(start + FIXED + (isExtended ? 2 : 0));
            last = version == 4 ? compressed(bytes, last) : name(bytes);
            if (version < 4) {
                int length = bytes.position() - 1 - start;
                bytes.position(start + (length + 8) / 8 * 8);
            }
            entries.put(
                    new String(last, StandardCharsets.UTF_8),
                    new Entry(seconds, nanos, size, HexFormat.of().formatHex(digest), (more & INTENT_TO_ADD) != 0));
        }
        return isWhole(bytes) ? Optional.of(entries) : Optional.empty();
    }

    /// Whether all entries stand in this file: `link` says that others stand in another one, `sdir` that folders stand
    /// for what is in them.
    private static boolean isWhole(ByteBuffer bytes) {
        while (bytes.remaining() > 28) {
            byte[] name = new byte[4];
            bytes.get(name);
            String extension = new String(name, StandardCharsets.US_ASCII);
            if (extension.equals("link") || extension.equals("sdir")) {
                return false;
            }
            bytes.position(bytes.position() + bytes.getInt());
        }
        return true;
    }

    /// A name that ends with a zero.
    private static byte[] name(ByteBuffer bytes) {
        int start = bytes.position();
        int end = start;
        while (bytes.get(end) != NAME_ENDS) {
            end++;
        }
        byte[] name = new byte[end - start];
        bytes.get(name);
        bytes.get();
        return name;
    }

    /// A name that says how much of the end of the one before is to be replaced.
    private static byte[] compressed(ByteBuffer bytes, byte[] last) {
        int next = Byte.toUnsignedInt(bytes.get());
        int dropped = next & 127;
        while ((next & 128) != 0) {
            next = Byte.toUnsignedInt(bytes.get());
            dropped = (dropped + 1 << 7) + (next & 127);
        }
        byte[] rest = name(bytes);
        int kept = last.length - dropped;
        byte[] name = new byte[kept + rest.length];
        System.arraycopy(last, 0, name, 0, kept);
        System.arraycopy(rest, 0, name, kept, rest.length);
        return name;
    }

    /// Whether anything in a folder is kept.
    boolean holdsBelow(String folder) {
        String first = entries.ceilingKey(folder.isEmpty() ? "" : folder + "/");
        return first != null && (folder.isEmpty() || first.startsWith(folder + "/"));
    }
}
