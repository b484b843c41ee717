package dev.fairlead.cli;

import dev.fairlead.core.decide.Decision;
import dev.fairlead.wire.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;

/// Replays files on several threads, and tells of them in their order, as if there had been one.
///
/// Each file has a bounded queue of its own, so that what is read ahead waits where the output is slow.
final class ReplayFiles {

    private static final int AHEAD = 8;
    private static final int WAITING = 1_024;

    private final Function<Replay.Hearer, Replay> replays;
    private final Consumer<String> warnings;
    private final LongConsumer progress;

    /// One thing to be told; at the end of a file, with what came of reading it.
    private record Told(Consumer<Replay.Hearer> to, Optional<String> end) {}

    private record Running(Path file, BlockingQueue<Told> told) {}

    /// @param replays makes what replays one file, given who is to hear of it
    /// @param progress takes the bytes of each file that is done
    ReplayFiles(Function<Replay.Hearer, Replay> replays, Consumer<String> warnings, LongConsumer progress) {
        this.replays = replays;
        this.warnings = warnings;
        this.progress = progress;
    }

    /// Replays all, and tells how many could be read.
    int replay(List<Path> files, Replay.Hearer hearer) throws IOException {
        int read = 0;
        Deque<Running> running = new ArrayDeque<>();
        Iterator<Path> next = files.iterator();
        ExecutorService workers = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                task -> Thread.ofPlatform().daemon().unstarted(task));
        try {
            while (next.hasNext() || !running.isEmpty()) {
                while (next.hasNext() && running.size() < AHEAD) {
                    Running one = new Running(next.next(), new ArrayBlockingQueue<>(WAITING));
                    running.add(one);
                    workers.execute(() -> read(one));
                }
                Running first = running.removeFirst();
                read += drain(first, hearer) ? 1 : 0;
                progress.accept(Files.size(first.file()));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            workers.shutdownNow();
        }
        return read;
    }

    private boolean drain(Running running, Replay.Hearer hearer) throws InterruptedException {
        while (true) {
            Told told = running.told().take();
            told.to().accept(hearer);
            if (told.end().isPresent()) {
                String fault = told.end().get();
                if (!fault.isEmpty()) {
                    warnings.accept("%s is not replayed: %s".formatted(running.file(), fault));
                }
                return fault.isEmpty();
            }
        }
    }

    /// Reads one file to its end; whatever happens, the end is told.
    private void read(Running running) {
        String fault = "";
        try {
            Reading reading = replays.apply(new Sending(running.told())).read(running.file());
            fault = reading instanceof Reading.NotUnderstood not ? not.reason() : "";
        } catch (IOException unreadable) {
            fault = "it cannot be read: " + Sources.reason(unreadable);
        } catch (StoppedException stopped) {
            return; // nobody listens any longer
        } catch (RuntimeException | Error failure) {
            fault = "replaying it failed with `%s`".formatted(failure);
        }
        try {
            running.told().put(new Told(hearer -> {}, Optional.of(fault)));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// Hands on what a worker hears.
    private record Sending(BlockingQueue<Told> told) implements Replay.Hearer {

        private void send(Consumer<Replay.Hearer> word) {
            try {
                told.put(new Told(word, Optional.empty()));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new StoppedException();
            }
        }

        @Override
        public void session() {
            send(Replay.Hearer::session);
        }

        @Override
        public void decided(Replay.Decided decided) {
            send(hearer -> hearer.decided(decided));
        }

        @Override
        public void found(Decision decision) {
            send(hearer -> hearer.found(decision));
        }
    }
}
