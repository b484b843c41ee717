package dev.fairlead.server;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Does something again and again in a thread of its own. A fault is told and does not end it.
final class Clockwork implements AutoCloseable {

    private final CountDownLatch stop = new CountDownLatch(1);
    private final long seconds;
    private final Runnable deed;
    private final Consumer<String> notices;

    private Clockwork(long seconds, Runnable deed, Consumer<String> notices) {
        this.seconds = seconds;
        this.deed = deed;
        this.notices = notices;
    }

    /// Starts one.
    ///
    /// @param seconds between the end of one time and the begin of the next
    static Clockwork every(long seconds, Runnable deed, Consumer<String> notices) {
        Clockwork clockwork = new Clockwork(seconds, deed, notices);
        Thread.ofPlatform().daemon().name("fairlead-clockwork").start(clockwork::run);
        return clockwork;
    }

    private void run() {
        try {
            while (!stop.await(seconds, TimeUnit.SECONDS)) {
                once();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() {
        try {
            deed.run();
        } catch (RuntimeException fault) {
            notices.accept("what is done every %d s failed: %s".formatted(seconds, fault));
        }
    }

    @Override
    public void close() {
        stop.countDown();
    }
}
