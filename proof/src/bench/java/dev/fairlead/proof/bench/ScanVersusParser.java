package dev.fairlead.proof.bench;

import dev.fairlead.core.decide.Policy;
import dev.fairlead.core.detectors.Detectors;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.watch.Watch;
import dev.fairlead.wire.TranscriptReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToLongFunction;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The whole way of a scan, from bytes to findings, against a bare parser that only steps over the tokens of the same
/// bytes. Both take turns in one process, so that a slow machine slows both; the ratio is the median of the rounds'.
public final class ScanVersusParser {

    private static final int WARM_UP = 8;
    private static final int ROUNDS = 15;
    private static final long LEAST_BYTES = 50_000_000;
    private static final JsonFactory BARE = new JsonFactory();

    private ScanVersusParser() {}

    /// Prints the ratio on one thread and on all.
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        List<Corpus.Stored> files = new ArrayList<>();
        List<Corpus.Stored> once = Corpus.files();
        long bytes = 0;
        while (bytes < LEAST_BYTES) {
            files.addAll(once);
            bytes += once.stream().mapToLong(file -> file.bytes().length).sum();
        }
        int all = Runtime.getRuntime().availableProcessors();
        for (int threads : all == 1 ? new int[] {1} : new int[] {1, all}) {
            compare(files, bytes, threads);
        }
    }

    private static void compare(List<Corpus.Stored> files, long bytes, int threads)
            throws InterruptedException, ExecutionException {
        double[] scan = new double[ROUNDS];
        double[] parse = new double[ROUNDS];
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int i = -WARM_UP; i < ROUNDS; i++) {
                double parsed = seconds(pool, files, ScanVersusParser::parse);
                double scanned = seconds(pool, files, ScanVersusParser::scan);
                if (i >= 0) {
                    parse[i] = parsed;
                    scan[i] = scanned;
                }
            }
        }
        double[] ratios = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            ratios[i] = parse[i] / scan[i];
        }
        Arrays.sort(ratios);
        System.out.printf(
                "%d thread%s: parser %.0f MB/s, scan %.0f MB/s, ratio %.2f (%.2f to %.2f in the middle half of %d rounds)%n",
                threads,
                threads == 1 ? "" : "s",
                bytes / median(parse) / 1e6,
                bytes / median(scan) / 1e6,
                median(ratios),
                ratios[ROUNDS / 4],
                ratios[ROUNDS - 1 - ROUNDS / 4],
                ROUNDS);
    }

    private static double seconds(ExecutorService pool, List<Corpus.Stored> files, ToLongFunction<Corpus.Stored> work)
            throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        List<Future<Long>> futures = new ArrayList<>();
        for (Corpus.Stored file : files) {
            futures.add(pool.submit(() -> work.applyAsLong(file)));
        }
        long sum = 0;
        for (Future<Long> future : futures) {
            sum += future.get();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (sum == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return seconds;
    }

    private static long parse(Corpus.Stored file) {
        long tokens = 0;
        try (JsonParser parser = BARE.createParser(ObjectReadContext.empty(), file.bytes())) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }

    private static long scan(Corpus.Stored file) {
        Map<SessionId, Watch> watches = new HashMap<>();
        long[] events = new long[1];
        try {
            new TranscriptReader(file.name(), Optional.empty(), event -> {
                        events[0]++;
                        watch(watches, event);
                    })
                    .read(new ByteArrayInputStream(file.bytes()));
        } catch (IOException fault) {
            throw new IllegalStateException("memory cannot be read", fault);
        }
        return events[0];
    }

    private static void watch(Map<SessionId, Watch> watches, Event event) {
        Watch watch = watches.get(event.session());
        Watch before = watch == null ? Watch.over(event.session(), Detectors.all(), Policy.OBSERVE) : watch;
        watches.put(event.session(), before.after(event).watch());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
