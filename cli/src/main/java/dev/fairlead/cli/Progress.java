package dev.fairlead.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// A bar on a terminal that shows how much of the files was read. Nothing in a pipe.
final class Progress implements LongConsumer, AutoCloseable {

    private static final int WIDTH = 30;
    private static final long REDRAW_EVERY = 4L << 20;

    private final PrintStream target;
    private final long all;
    private final boolean isShown;
    private final LongAdder read = new LongAdder();
    private volatile long drawnAt;
    private boolean isDrawn;

    private Progress(PrintStream target, long all, boolean isShown) {
        this.target = target;
        this.all = all;
        this.isShown = isShown;
    }

    static Progress over(List<Path> files) {
        boolean isShown = Terminal.isInteractive();
        long all = 0;
        for (Path file : isShown ? files : List.<Path>of()) {
            try {
                all += Files.size(file);
            } catch (IOException unknown) {
                all += 0; // the scan itself will say that it cannot be read
            }
        }
        return new Progress(System.err, all, isShown);
    }

    @Override
    public void accept(long bytes) {
        if (!isShown) {
            return;
        }
        read.add(bytes);
        long now = read.sum();
        if (now - drawnAt >= REDRAW_EVERY) {
            drawnAt = now;
            draw(now);
        }
    }

    private synchronized void draw(long now) {
        int full = (int) Math.min(WIDTH, now * WIDTH / Math.max(1, all));
        isDrawn = true;
        target.print("\r[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "] " + (now >> 20) + " of " + (all >> 20)
                + " MiB");
        target.flush();
    }

    /// Hands warnings on, each on a line of its own, which the bar has left.
    Consumer<String> before(Consumer<String> warnings) {
        return warning -> {
            done();
            warnings.accept(warning);
        };
    }

    @Override
    public void close() {
        done();
    }

    /// Takes the bar off the terminal.
    synchronized void done() {
        if (isDrawn) {
            isDrawn = false;
            target.print("\r" + " ".repeat(WIDTH + 40) + "\r");
            target.flush();
        }
    }
}
