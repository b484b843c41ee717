package dev.fairlead.proof.bench;

import dev.fairlead.core.event.Event;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Events folded in a second by one thread with all detectors. `events` is the rate to look at; `gc.alloc.rate.norm`
/// divided by the events of one operation, which is printed first, is the bytes allocated for an event.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class FoldBenchmark {

    private List<List<Event>> sessions = List.of();
    private int size;

    @Setup
    public void read() {
        sessions = Corpus.events();
        size = sessions.stream().mapToInt(List::size).sum();
        System.out.printf("%n%,d events in one operation%n", size);
    }

    /// Counts what was folded.
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Folded {
        public long events;
    }

    @Benchmark
    public int fold(Folded folded) {
        int findings = 0;
        for (List<Event> events : sessions) {
            findings += Fold.over(events);
        }
        folded.events += size;
        return findings;
    }
}
