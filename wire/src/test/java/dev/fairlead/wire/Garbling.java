package dev.fairlead.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Does to bytes what accidents do to files.
public final class Garbling {

    private Garbling() {}

    /// Every record of the samples.
    public static List<byte[]> records() {
        return Sample.ofLines().stream()
                .flatMap(sample -> sample.lines().stream())
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /// The bytes with one change: a bit, a piece lost, doubled, cut off, moved, or overwritten by noise.
    public static byte[] once(byte[] bytes, Random random) {
        if (bytes.length < 2) {
            return bytes;
        }
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + 1 + random.nextInt(random.nextBoolean() ? 8 : 400));
        return switch (random.nextInt(6)) {
            case 0 -> {
                byte[] next = bytes.clone();
                next[from] ^= (byte) (1 << random.nextInt(8));
                yield next;
            }
            case 1 -> joined(bytes, 0, from, bytes, to, bytes.length);
            case 2 -> joined(bytes, 0, to, bytes, from, bytes.length);
            case 3 -> Arrays.copyOf(bytes, from);
            case 4 -> joined(bytes, from, bytes.length, bytes, 0, from);
            default -> {
                byte[] next = bytes.clone();
                byte[] noise = new byte[to - from];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, next, from, noise.length);
                yield next;
            }
        };
    }

    private static byte[] joined(byte[] first, int from, int to, byte[] second, int secondFrom, int secondTo) {
        byte[] joined = Arrays.copyOf(Arrays.copyOfRange(first, from, to), to - from + secondTo - secondFrom);
        System.arraycopy(second, secondFrom, joined, to - from, secondTo - secondFrom);
        return joined;
    }
}
