package dev.fairlead.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// The way of an entry to the store: into the journal while the caller waits, into the store in the
/// background.
///
/// One thread takes what has come, some hundred entries at a time, to the store, and then marks them as
/// taken. At most [#MOST_HELD] entries and [#MOST_BYTES] bytes of them are held in memory; what comes
/// beyond stands in the journal only and is read from there, in order, once the store has taken the rest.
/// While the store is down the journal grows to its limit, and what comes then is shed and counted. What
/// was recorded and not shed reaches the store, after a restart if need be.
public final class Recorder implements AutoCloseable {

    /// The most entries that are held in memory.
    public static final int MOST_HELD = 10_000;

    /// The most bytes of entries that are held in memory, as they stand in the journal.
    public static final long MOST_BYTES = 32L << 20;

    private static final int BATCH = 500;
    private static final long BATCH_BYTES = 4L << 20;
    private static final Duration LAST_CALL = Duration.ofSeconds(10);

    private final Journal journal;
    private final Delivery delivery;
    private final Thread writer;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Held> held = new ArrayDeque<>();
    private long heldBytes;
    private boolean isBehind;
    private boolean isClosing;
    private boolean isIdle = true;

    private Recorder(Journal journal, SessionStore store, Consumer<String> notices) {
        this.journal = journal;
        this.delivery = new Delivery(store, notices, this::rest);
        this.writer = Thread.ofPlatform().daemon().name("fairlead-store").unstarted(this::work);
    }

    /// An entry that is in the journal and not yet in the store.
    private record Held(Entry entry, Journal.Place place, int bytes) {}

    /// How it goes.
    ///
    /// @param waiting entries that are in the journal only
    /// @param shed entries that were not kept, since the start
    /// @param refused entries that the store would not take while it took others, since the start
    /// @param fault why the store takes nothing at present, empty where it does
    public record Load(long waiting, long shed, long refused, String fault) {}

    /// Starts recording. What an earlier process left in the journal goes to the store first: when this
    /// returns, it is there, so that sessions can be resumed from the store.
    ///
    /// @param notices is told, in words for a person, what goes wrong
    /// @throws StoreFault where the store takes nothing
    public static Recorder start(Journal journal, SessionStore store, Consumer<String> notices) {
        Delivery first = new Delivery(store, notices, _ -> false);
        for (Segment segment : journal.sealed()) {
            Batches batches = new Batches(first::deliver);
            journal.read(segment, batches::add);
            batches.end();
            if (first.isGivenUp()) {
                throw new StoreFault(first.fault());
            }
            journal.done(segment);
        }
        Recorder recorder = new Recorder(journal, store, notices);
        recorder.writer.start();
        return recorder;
    }

    /// Records an entry. It is safe from the end of this process when this returns.
    ///
    /// @return whether it was kept; if not, it is counted as shed
    public boolean record(Entry entry) {
        byte[] line = Segment.line(EntryLine.write(entry));
        if (!(journal.append(line) instanceof Journal.Appended.Kept kept)) {
            return false;
        }
        lock.lock();
        try {
            if (held.size() >= MOST_HELD || heldBytes + line.length > MOST_BYTES && !held.isEmpty()) {
                isBehind = true;
            }
            if (!isBehind) {
                held.add(new Held(entry, kept.place(), line.length));
                heldBytes += line.length;
            }
            if (isIdle) {
                isIdle = false;
                changed.signalAll();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until nothing is left that is not in the store.
    ///
    /// @return whether it came to that within the time
    public boolean settle(Duration patience) {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (!isIdle || !held.isEmpty() || isBehind) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /// How it goes.
    public Load load() {
        Journal.Status status = journal.status();
        return new Load(status.waiting(), status.shed(), delivery.refused(), delivery.fault());
    }

    private void work() {
        for (Optional<List<Held>> next = next(); next.isPresent(); next = next()) {
            if (next.get().isEmpty()) {
                catchUp();
            } else {
                List<Held> batch = next.get();
                if (!delivery.deliver(batch.stream().map(Held::entry).toList())) {
                    return;
                }
                journal.taken(batch.stream().map(Held::place).toList());
            }
        }
    }

    /// The next entries; none where the rest must be read from the journal; empty at the end.
    private Optional<List<Held>> next() {
        lock.lock();
        try {
            while (held.isEmpty() && !isBehind) {
                isIdle = true;
                changed.signalAll();
                if (isClosing) {
                    return Optional.empty();
                }
                changed.awaitUninterruptibly();
            }
            List<Held> batch = new ArrayList<>();
            long bytes = 0;
            while (!held.isEmpty() && batch.size() < BATCH && bytes < BATCH_BYTES) {
                Held first = held.remove();
                bytes += first.bytes();
                batch.add(first);
            }
            heldBytes -= bytes;
            if (batch.isEmpty()) {
                // Before the segment is ended: what is written in between then comes twice rather than never.
                isBehind = false;
            }
            return Optional.of(batch);
        } finally {
            lock.unlock();
        }
    }

    /// Takes what was too much for the memory from the journal.
    private void catchUp() {
        journal.seal();
        for (Segment segment : journal.sealed()) {
            Batches batches = new Batches(delivery::deliver);
            journal.read(segment, batches::add);
            batches.end();
            if (delivery.isGivenUp()) {
                return;
            }
            journal.done(segment);
        }
    }

    /// Waits before the store is asked again, unless all is about to end.
    ///
    /// @return whether it is to be asked again
    private boolean rest(Duration pause) {
        lock.lock();
        try {
            long left = pause.toNanos();
            while (left > 0 && !isClosing) {
                left = changed.awaitNanos(left);
            }
            return !isClosing;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /// Takes what has come to the store, within 10 seconds, and stops. What is left stays in the journal.
    @Override
    public void close() {
        lock.lock();
        try {
            isClosing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            writer.join(LAST_CALL);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Gathers entries that are read one by one.
    private static final class Batches {

        private final Consumer<List<Entry>> target;
        private final List<Entry> waiting = new ArrayList<>();

        Batches(Consumer<List<Entry>> target) {
            this.target = target;
        }

        void add(Entry entry) {
            waiting.add(entry);
            if (waiting.size() == BATCH) {
                end();
            }
        }

        void end() {
            if (!waiting.isEmpty()) {
                target.accept(List.copyOf(waiting));
                waiting.clear();
            }
        }
    }
}
