package dev.fairlead.store;

import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.SessionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Records events at a steady rate, and says how long each append took, how far the store was behind, and
/// what memory was held: a measurement for a person to read, no test.
///
/// `mvn -Dquick -Pendurance -pl store -am -DskipTests verify -Drate=5000 -Dseconds=60`
public final class Endurance {

    private static final int SESSIONS = 500;
    private static final int TICKS_A_SECOND = 100;
    private static final String TEXT = "a line of what an agent may say or be shown. ".repeat(12);

    private Endurance() {}

    /// Records, and reports.
    ///
    /// @param arguments events a second, and for how many seconds
    public static void main(String[] arguments) throws IOException {
        int rate = Integer.parseInt(arguments[0]);
        int seconds = Integer.parseInt(arguments[1]);
        Path folder = Files.createTempDirectory("fairlead-endurance");
        long[] nanos = new long[rate * seconds];
        try (Store store = Store.open(StoreSettings.file(folder.resolve("fairlead.db")));
                Journal journal = Journal.open(folder.resolve("journal"), Journal.Limits.USUAL, Endurance::say);
                Recorder recorder = Recorder.start(journal, store.sessions(), Endurance::say)) {
            long begin = System.nanoTime();
            for (int i = 0; i < nanos.length; i++) {
                if (i % (rate / TICKS_A_SECOND) == 0) {
                    await(begin + TimeUnit.SECONDS.toNanos(1) * i / rate);
                }
                Entry entry = Sample.live(
                        new SessionId("session-" + i % SESSIONS), i / SESSIONS, new Happening.AgentSpoke(TEXT));
                long start = System.nanoTime();
                recorder.record(entry);
                nanos[i] = System.nanoTime() - start;
                if (i % (10 * rate) == 10 * rate - 1) {
                    report(recorder, (i + 1) / rate);
                }
            }
            double took = (System.nanoTime() - begin) / 1e9;
            boolean isSettled = recorder.settle(Duration.ofMinutes(1));
            double settled = (System.nanoTime() - begin) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%,d events in %.1f s (%,.0f/s), in the store after %.1f s (%s); append %s; %s%n",
                    nanos.length,
                    took,
                    nanos.length / took,
                    settled,
                    isSettled,
                    shares(nanos),
                    recorder.load());
        }
    }

    private static String shares(long[] nanos) {
        Arrays.sort(nanos);
        return "p50 %.1f µs, p99 %.1f µs, p99.9 %.1f µs, max %.1f ms"
                .formatted(at(nanos, 0.5) / 1e3, at(nanos, 0.99) / 1e3, at(nanos, 0.999) / 1e3, at(nanos, 1) / 1e6);
    }

    private static void say(String line) {
        System.out.println(line);
    }

    private static double at(long[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
    }

    private static void await(long time) {
        while (System.nanoTime() < time) {
            LockSupport.parkNanos(time - System.nanoTime());
        }
    }

    private static void report(Recorder recorder, int second) {
        Runtime.getRuntime().gc();
        long held = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
        System.out.printf(
                "%d s: %d MiB of heap in use, %,d entries wait%n",
                second, held, recorder.load().waiting());
    }
}
