package dev.fairlead.proof.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.decide.Policy;
import dev.fairlead.core.detect.Detector;
import dev.fairlead.core.detectors.Detectors;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.watch.Watch;
import java.time.Instant;
import java.util.LongSummaryStatistics;
import org.junit.jupiter.api.Test;

/// A watch over a session of a million events takes little room, and a session that is made to take much takes a
/// bounded one.
final class MemoryIsBoundedTest {

    private static final int KIB = 1_024;
    private static final SessionId SESSION = new SessionId("long");
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    /// Tells what happens at each step.
    interface Story {
        Happening at(int step);
    }

    @Test
    void aMillionEventsTakeLessThan64KibibytesOnAverage() throws IllegalAccessException {
        LongSummaryStatistics sizes = sizes(1_000_000, 10_000, new BusySession());

        assertThat(sizes.getAverage()).isLessThan(64 * KIB);
        assertThat(sizes.getMax()).isLessThan(KIB * KIB);
    }

    @Test
    void theLargestOfEverythingTakesLessThanAMebibyte() throws IllegalAccessException {
        LongSummaryStatistics sizes = sizes(4_000, 100, new HugeSession());

        assertThat(sizes.getMax()).isLessThan(KIB * KIB);
    }

    private static LongSummaryStatistics sizes(int steps, int every, Story story) throws IllegalAccessException {
        LongSummaryStatistics sizes = new LongSummaryStatistics();
        Watch watch = Watch.over(SESSION, Detectors.all(), Policy.OBSERVE);
        for (int step = 0; step < steps; step++) {
            Event event = new Event(SESSION, step, BEGIN.plusSeconds(step), Origin.line(step + 1L), story.at(step));
            watch = watch.after(event).watch();
            if ((step + 1) % every == 0) {
                sizes.accept(Weight.of(watch, each -> each instanceof Detector<?> || each instanceof Policy));
            }
        }
        System.out.printf(
                "%s: %,d events, facts and memories of detectors take %,.0f bytes on average, %,d at most%n",
                story.getClass().getSimpleName(), steps, sizes.getAverage(), sizes.getMax());
        return sizes;
    }
}
