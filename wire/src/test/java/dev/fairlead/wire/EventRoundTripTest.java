package dev.fairlead.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.event.Event;
import dev.fairlead.wire.events.EventWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Our own events are read back exactly as they were written.
final class EventRoundTripTest {

    private static final int SEEDS = 100;

    static List<Sample> samples() {
        return Sample.all();
    }

    /// Hundreds of seeds, from one that is printed when the property fails.
    static LongStream seeds() {
        long first = System.nanoTime();
        return LongStream.range(first, first + SEEDS);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void keepsEveryEventOfEverySample(Sample sample) throws IOException {
        List<Event> events = sample.heard().events();

        assertThat(readBack(events)).isEqualTo(events);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsEveryEventOfRandomSessions(long seed) throws IOException {
        List<Event> events = RandomEvents.of(seed, 200);

        assertThat(readBack(events)).isEqualTo(events);
    }

    private static List<Event> readBack(List<Event> events) throws IOException {
        StringWriter text = new StringWriter();
        EventWriter writer = new EventWriter(text);
        for (Event event : events) {
            writer.write(event);
        }
        return Sample.hearUnknown(new ByteArrayInputStream(DialectContractTest.utf8(text.toString())))
                .events();
    }
}
