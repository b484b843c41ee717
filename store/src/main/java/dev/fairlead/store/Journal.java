package dev.fairlead.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A write-ahead file: what was appended survives the end of the process at once, and a power loss after a
/// stated time.
///
/// It is for one process. Callers may be many at once. What comes when it is full, or when the disk is, is
/// shed whole and counted: what is in it already is never given up for it.
public final class Journal implements AutoCloseable {

    private final Path folder;
    private final Limits limits;
    private final Consumer<String> notices;
    private final FileChannel lock;
    private final ReentrantLock appending = new ReentrantLock();
    private final SortedMap<Long, Segment> segments = new TreeMap<>();
    private final List<Segment> unsynced = new ArrayList<>();
    private final ScheduledExecutorService syncing = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fairlead-journal").factory());
    private Optional<Segment> current = Optional.empty();
    private boolean isSyncDue;
    private long bytes;
    private long last;
    private long shed;
    private boolean isShedding;

    private Journal(Path folder, Limits limits, Consumer<String> notices, FileChannel lock) {
        this.folder = folder;
        this.limits = limits;
        this.notices = notices;
        this.lock = lock;
    }

    /// How much is kept, and how soon it is safe from a power loss.
    ///
    /// @param most the most bytes of all segments together; what comes beyond is shed
    /// @param segment the bytes at which the next segment is begun
    /// @param sync how long after it was written an entry is forced to the disk, at the latest
    public record Limits(long most, long segment, Duration sync) {

        /// 1 GiB in segments of 8 MiB, forced after 50 ms.
        public static final Limits USUAL = new Limits(1L << 30, 8L << 20, Duration.ofMillis(50));
    }

    /// What became of an entry.
    public sealed interface Appended {

        /// It is in the page cache: the end of this process cannot lose it any more.
        record Kept(Place place) implements Appended {}

        /// It is not kept, and counted.
        record Shed(String reason) implements Appended {}
    }

    /// Where an entry stands, so that it can be said to be taken.
    public record Place(long segment) {}

    /// How full it is.
    ///
    /// @param waiting entries that the store has not taken, as far as they were counted: not those of an
    ///     earlier process before they are read
    /// @param shed entries that were not kept, since the start
    public record Status(long bytes, long segments, long waiting, long shed) {}

    /// Opens the journal in a folder, which is made where there is none.
    ///
    /// @param notices is told, in words for a person, what was cut, skipped or shed
    /// @throws StoreFault where the folder cannot be used, or another process uses it
    public static Journal open(Path folder, Limits limits, Consumer<String> notices) {
        try {
            Folders.make(folder);
            FileChannel lock =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(lock)) {
                lock.close();
                throw new StoreFault(
                        "the journal in `%s` is in use: another Fairlead runs on it; end that one, or name another folder"
                                .formatted(folder));
            }
            Journal journal = new Journal(folder, limits, notices, lock);
            journal.findOld();
            return journal;
        } catch (IOException fault) {
            throw new StoreFault(
                    "the journal in `%s` cannot be opened: %s; make the folder writable, or name another"
                            .formatted(folder, Faults.words(fault)),
                    fault);
        }
    }

    private static boolean isLocked(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    private void findOld() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.filter(Segment::isOne).sorted().toList()) {
                Segment segment = Segment.open(each);
                if (segment.length() == 0) {
                    segment.delete();
                } else {
                    segments.put(segment.number(), segment);
                    bytes += segment.length();
                }
                last = segment.number();
            }
        }
    }

    /// Appends an entry: one write to the page cache, no waiting for the disk.
    public Appended append(Entry entry) {
        return append(Segment.line(EntryLine.write(entry)));
    }

    /// Appends an entry that is a line already.
    Appended append(byte[] line) {
        appending.lock();
        try {
            if (bytes + line.length > limits.most()) {
                return shed("the journal holds %,d bytes, its limit".formatted(limits.most()));
            }
            Segment segment = room();
            segment.append(line);
            bytes += line.length;
            scheduleSync(segment);
            if (isShedding) {
                isShedding = false;
                notices.accept("the journal takes entries again; %,d were not kept so far".formatted(shed));
            }
            return new Appended.Kept(new Place(segment.number()));
        } catch (IOException fault) {
            return shed("the journal cannot be written: " + Faults.words(fault));
        } finally {
            appending.unlock();
        }
    }

    private Appended shed(String reason) {
        shed++;
        if (!isShedding) {
            isShedding = true;
            notices.accept(reason + "; what comes now is not kept, and counted");
        }
        return new Appended.Shed(reason);
    }

    /// The segment that has room: the current one, or the next.
    private Segment room() throws IOException {
        if (current.isPresent() && current.get().length() < limits.segment()) {
            return current.get();
        }
        Segment next = Segment.create(folder, last + 1);
        last = next.number();
        segments.put(next.number(), next);
        Optional<Segment> full = current;
        current = Optional.of(next);
        full.ifPresent(this::deleteIfTaken);
        return next;
    }

    private void scheduleSync(Segment segment) {
        if (unsynced.isEmpty() || !unsynced.getLast().equals(segment)) {
            unsynced.add(segment);
        }
        if (!isSyncDue) {
            isSyncDue = true;
            Future<?> _ = syncing.schedule(this::sync, limits.sync().toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void sync() {
        List<Segment> due;
        appending.lock();
        try {
            isSyncDue = false;
            due = List.copyOf(unsynced);
            unsynced.clear();
        } finally {
            appending.unlock();
        }
        for (Segment each : due) {
            try {
                each.sync();
            } catch (IOException fault) {
                notices.accept("the journal could not be forced to the disk: %s; a power loss may cost what came last"
                        .formatted(Faults.words(fault)));
            }
        }
    }

    /// What the store had not taken when the journal was opened, in order. A few of these it may have
    /// taken: to append them again changes nothing.
    public void pending(BiConsumer<Place, Entry> each) {
        for (Segment segment : sealed()) {
            segment.untaken().set(1); // so that it is there to the end of the reading
            read(segment, entry -> {
                segment.untaken().incrementAndGet();
                each.accept(new Place(segment.number()), entry);
            });
            taken(List.of(new Place(segment.number())));
        }
    }

    /// Ends the current segment, so that all can be read.
    void seal() {
        appending.lock();
        try {
            Optional<Segment> ended = current;
            current = Optional.empty();
            ended.ifPresent(this::deleteIfTaken);
        } finally {
            appending.unlock();
        }
    }

    /// The segments that nothing is written to any more, in order.
    List<Segment> sealed() {
        appending.lock();
        try {
            return segments.values().stream()
                    .filter(each -> !current.equals(Optional.of(each)))
                    .toList();
        } finally {
            appending.unlock();
        }
    }

    /// Reads the entries of a segment.
    void read(Segment segment, Consumer<Entry> entries) {
        try {
            segment.read(
                    line -> EntryLine.read(line)
                            .ifPresentOrElse(
                                    entries,
                                    () -> notices.accept(
                                            "an entry of the journal is of an unknown kind and is skipped")),
                    notices);
        } catch (IOException fault) {
            throw new StoreFault(
                    "a segment of the journal cannot be read: %s; what is in it is not in the store"
                            .formatted(Faults.words(fault)),
                    fault);
        }
    }

    /// The store has taken what stands at these places. A segment of which all is taken is deleted.
    public void taken(Collection<Place> places) {
        appending.lock();
        try {
            for (Place each : places) {
                Segment segment = segments.get(each.segment());
                if (segment != null) {
                    segment.untaken().decrementAndGet();
                    deleteIfTaken(segment);
                }
            }
        } finally {
            appending.unlock();
        }
    }

    /// The store has taken a whole segment.
    void done(Segment segment) {
        appending.lock();
        try {
            segment.untaken().set(0);
            deleteIfTaken(segment);
        } finally {
            appending.unlock();
        }
    }

    private void deleteIfTaken(Segment segment) {
        if (segment.untaken().get() > 0 || current.equals(Optional.of(segment))) {
            return;
        }
        segments.remove(segment.number());
        bytes -= segment.length();
        unsynced.remove(segment);
        try {
            segment.delete();
        } catch (IOException fault) {
            notices.accept("a segment of the journal could not be deleted: " + Faults.words(fault));
        }
    }

    /// How full it is.
    public Status status() {
        appending.lock();
        try {
            long waiting = 0;
            for (Segment each : segments.values()) {
                waiting += each.untaken().get();
            }
            return new Status(bytes, segments.size(), waiting, shed);
        } finally {
            appending.unlock();
        }
    }

    /// Forces everything to the disk and lets go of the folder. What is taken is deleted.
    @Override
    public void close() {
        syncing.shutdownNow();
        seal();
        sync();
        appending.lock();
        try {
            for (Iterator<Segment> each = segments.values().iterator(); each.hasNext(); each.remove()) {
                each.next().close();
            }
            lock.close();
        } catch (IOException fault) {
            notices.accept("the journal could not be closed: " + Faults.words(fault));
        } finally {
            appending.unlock();
        }
    }
}
