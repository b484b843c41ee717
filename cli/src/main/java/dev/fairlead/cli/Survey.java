package dev.fairlead.cli;

import dev.fairlead.core.detect.Detector;
import dev.fairlead.core.event.Event;
import dev.fairlead.wire.Dialect;
import dev.fairlead.wire.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// Scans many files on several threads and reports in the order of the files, whatever the number of threads.
///
/// Each file has a queue of bounded length that its thread fills and the reporting thread empties. Files are begun in
/// order and only a few ahead of the one being reported, so the queue being emptied is always being filled, and
/// memory stays bounded however many and however large the files are.
final class Survey {

    private static final int QUEUE = 64;
    private static final int AHEAD = 32;

    private final List<Path> files;
    private final Optional<Dialect> forced;
    private final List<Detector<?>> detectors;
    private final Instant since;
    private final int threads;
    private final LongConsumer progress;

    /// @param forced the dialect to read every file in, empty to recognise each
    /// @param detectors what the sessions are watched by
    /// @param since sessions that ended before are left out
    /// @param progress is told how many bytes were read so far
    Survey(
            List<Path> files,
            Optional<Dialect> forced,
            List<Detector<?>> detectors,
            Instant since,
            int threads,
            LongConsumer progress) {
        this.files = files;
        this.forced = forced;
        this.detectors = detectors;
        this.since = since;
        this.threads = threads;
        this.progress = progress;
    }

    /// What a file's thread says to the reporting one.
    private sealed interface Word {
        /// A session is over.
        record Told(SessionReport session) implements Word {}

        /// Something a person should know, though the scan goes on.
        record Warned(String warning) implements Word {}

        /// The file was read.
        record Done(long bytes) implements Word {}

        /// The file was not understood.
        record Refused(String reason, long bytes) implements Word {}
    }

    private record Running(Path file, BlockingQueue<Word> words) {}

    /// Scans everything.
    ///
    /// @param warnings takes in what is said beside the report
    /// @throws IOException where the report cannot be written
    Totals run(Report report, Consumer<String> warnings) throws IOException {
        long start = System.nanoTime();
        Counting counting = new Counting(report, warnings);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            Deque<Running> ahead = new ArrayDeque<>();
            int next = 0;
            try {
                while (next < files.size() || !ahead.isEmpty()) {
                    while (next < files.size() && ahead.size() < AHEAD) {
                        Running running = new Running(files.get(next++), new LinkedBlockingQueue<>(QUEUE));
                        ahead.addLast(running);
                        pool.execute(() -> scan(running, report.showsSteps()));
                    }
                    counting.drain(ahead.removeFirst());
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IOException("stopped before the end", stopped);
            } finally {
                pool.shutdownNow();
            }
        }
        return counting.totals((System.nanoTime() - start) / 1e9);
    }

    private void scan(Running running, boolean keepsSteps) {
        try {
            say(running, words(running, keepsSteps));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Word words(Running running, boolean keepsSteps) throws InterruptedException {
        Path file = running.file();
        if (!Files.isRegularFile(file)) {
            return new Word.Refused("it is not a file", 0); // opening a pipe would wait for whoever writes to it
        }
        LongAdder read = new LongAdder();
        try (Snapshot source = Snapshot.of(file, bytes -> {
            read.add(bytes);
            progress.accept(bytes);
        })) {
            Reading reading = new FileScan(file.toString(), detectors, keepsSteps, session -> tell(running, session))
                    .read(source, stem(file), forced);
            if (source.hasChanged(file)) {
                say(
                        running,
                        new Word.Warned(
                                "%s changed while it was read; what it held before was scanned".formatted(file)));
            }
            return switch (reading) {
                case Reading.Understood understood -> new Word.Done(understood.bytes());
                case Reading.NotUnderstood not -> new Word.Refused(not.reason(), not.bytes());
            };
        } catch (IOException fault) {
            return new Word.Refused("it cannot be read: " + Sources.reason(fault), read.sum());
        } catch (StoppedException stopped) {
            throw new InterruptedException();
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError fault) {
            return new Word.Refused("reading it failed with `%s`".formatted(fault), read.sum());
        }
    }

    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void tell(Running running, SessionReport session) {
        boolean isOld = !session.profile().endedAt().equals(Event.NO_TIME)
                && session.profile().endedAt().isBefore(since);
        if (isOld) {
            return;
        }
        try {
            say(running, new Word.Told(session));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }

    private static void say(Running running, Word word) throws InterruptedException {
        running.words().put(word);
    }

    static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /// Reports and counts.
    private static final class Counting {

        private final Report report;
        private final Consumer<String> warnings;
        private long understood;
        private long sessions;
        private long unreadable;
        private long findings;
        private long events;
        private long unread;
        private long bytes;

        Counting(Report report, Consumer<String> warnings) {
            this.report = report;
            this.warnings = warnings;
        }

        void drain(Running running) throws IOException, InterruptedException {
            while (true) {
                switch (running.words().take()) {
                    case Word.Told told -> count(told.session());
                    case Word.Warned warned -> warnings.accept(warned.warning());
                    case Word.Done done -> {
                        understood++;
                        bytes += done.bytes();
                        return;
                    }
                    case Word.Refused refused -> {
                        unreadable++;
                        bytes += refused.bytes();
                        report.unreadable(running.file().toString(), refused.reason());
                        warnings.accept("%s is not scanned: %s".formatted(running.file(), refused.reason()));
                        return;
                    }
                }
            }
        }

        private void count(SessionReport session) throws IOException {
            sessions++;
            findings += session.findings().size() + session.leftOut();
            events += session.tally().events();
            unread += session.tally().unread();
            if (session.leftOut() > 0) {
                warnings.accept("%s: %,d findings of session %s are counted but not listed, beyond the first %,d"
                        .formatted(session.file(), session.leftOut(), session.id(), SessionReport.MOST_FINDINGS));
            }
            report.session(session);
        }

        Totals totals(double seconds) {
            return new Totals(understood, sessions, unreadable, findings, events, unread, bytes, seconds);
        }
    }
}
