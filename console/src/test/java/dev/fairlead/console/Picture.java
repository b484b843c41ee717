package dev.fairlead.console;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/// A picture of a page, and how far it is from another.
///
/// Fonts are drawn a little differently from one Debian to the next, so pictures are compared by squares of [#SQUARE]
/// pixels: each by its mean colour, and by how much in it stands out from that. Letters that move by a pixel change
/// neither much; a panel that is gone, or colours that are turned round, change both.
final class Picture {

    /// The side of a square, in pixels.
    static final int SQUARE = 24;
    /// How far a square may be off, of 255.
    static final int OFF = 14;
    /// The largest share of squares that may be off, in percent.
    static final double TOLERANCE = 2;

    private static final int COLOURS = 256;
    /// The square of the distance of two colours that nobody tells apart.
    private static final int CLOSE = 100;

    private final BufferedImage image;

    private Picture(BufferedImage image) {
        this.image = image;
    }

    static Picture of(byte[] png) {
        try {
            return of(ImageIO.read(new ByteArrayInputStream(png)));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static Picture of(BufferedImage image) {
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = plain.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return new Picture(plain);
    }

    static Picture read(Path file) {
        try {
            return of(Files.readAllBytes(file));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    BufferedImage image() {
        return image;
    }

    /// The share of squares that are off, in percent; of pictures of different heights, what only one has is off.
    double distance(Picture other) {
        int wide = Math.ceilDiv(Math.max(image.getWidth(), other.image.getWidth()), SQUARE);
        int high = Math.ceilDiv(Math.max(image.getHeight(), other.image.getHeight()), SQUARE);
        int off = 0;
        for (int row = 0; row < high; row++) {
            for (int column = 0; column < wide; column++) {
                double[] here = square(image, column, row);
                double[] there = other.square(other.image, column, row);
                double most = 0;
                for (int i = 0; i < here.length; i++) {
                    most = Math.max(most, Math.abs(here[i] - there[i]));
                }
                off += most > OFF ? 1 : 0;
            }
        }
        return 100.0 * off / (wide * high);
    }

    /// The mean of red, green and blue, and the mean distance from the mean brightness; far off beyond the edge.
    private double[] square(BufferedImage from, int column, int row) {
        int right = Math.min(from.getWidth(), (column + 1) * SQUARE);
        int bottom = Math.min(from.getHeight(), (row + 1) * SQUARE);
        double[] sums = new double[4];
        int n = 0;
        for (int y = row * SQUARE; y < bottom; y++) {
            for (int x = column * SQUARE; x < right; x++) {
                int rgb = from.getRGB(x, y);
                sums[0] += rgb >> 16 & 255;
                sums[1] += rgb >> 8 & 255;
                sums[2] += rgb & 255;
                n++;
            }
        }
        if (n == 0) {
            return new double[] {-255, -255, -255, 0};
        }
        double mean = (sums[0] + sums[1] + sums[2]) / 3 / n;
        for (int y = row * SQUARE; y < bottom; y++) {
            for (int x = column * SQUARE; x < right; x++) {
                int rgb = from.getRGB(x, y);
                sums[3] += Math.abs(((rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255)) / 3.0 - mean);
            }
        }
        return new double[] {sums[0] / n, sums[1] / n, sums[2] / n, sums[3] / n};
    }

    /// Writes it with the colours that it has most of, so that it stays small.
    void write(Path file) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                counts.merge(image.getRGB(x, y), 1, Integer::sum);
            }
        }
        int[] table = table(counts);
        IndexColorModel model =
                new IndexColorModel(8, table.length, table, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
        BufferedImage small =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        byte[] pixels = ((DataBufferByte) small.getRaster().getDataBuffer()).getData();
        Map<Integer, Byte> nearest = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                pixels[y * image.getWidth() + x] =
                        nearest.computeIfAbsent(image.getRGB(x, y), colour -> nearest(table, colour));
            }
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(small, "png", file.toFile());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// The colours that there is most of, none of them close to another, so that a rare one is not lost.
    private static int[] table(Map<Integer, Integer> counts) {
        List<Integer> chosen = new ArrayList<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .filter(colour -> chosen.size() < COLOURS)
                .filter(colour -> chosen.stream().noneMatch(each -> far(each, colour) < CLOSE))
                .forEach(chosen::add);
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int far(int one, int other) {
        int red = (one >> 16 & 255) - (other >> 16 & 255);
        int green = (one >> 8 & 255) - (other >> 8 & 255);
        int blue = (one & 255) - (other & 255);
        return red * red + green * green + blue * blue;
    }

    private static byte nearest(int[] table, int colour) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < table.length; i++) {
            int far = far(table[i], colour);
            if (far < least) {
                least = far;
                best = i;
            }
        }
        return (byte) best;
    }
}
