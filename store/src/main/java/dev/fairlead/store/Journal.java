package dev.fairlead.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// A write-ahead file: what was appended survives the end of the process at once, and a power loss after a stated time.
///
/// It is for one process. Callers may be many at once.
@SuppressWarnings("DoNotCallSuggester") // not built yet
public final class Journal implements AutoCloseable {

    private Journal() {}

    /// How much is kept, and how soon it is safe from a power loss.
    ///
    /// @param most the most bytes of all segments together; what comes beyond is shed
    /// @param segment the bytes at which the next segment is begun
    /// @param sync how often what was written is forced to the disk
    public record Limits(long most, long segment, Duration sync) {

        /// 1 GiB in segments of 8 MiB, forced every 50 ms.
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
    /// @param waiting entries that the store has not taken
    /// @param shed entries that were not kept, since the start
    public record Status(long bytes, long segments, long waiting, long shed) {}

    /// Opens the journal in a folder, which is made where there is none.
    ///
    /// @param notices is told, in words for a person, what was cut, skipped or shed
    /// @throws StoreFault where the folder cannot be used, or another process uses it
    public static Journal open(Path folder, Limits limits, Consumer<String> notices) {
        throw new StoreFault("not built yet: %s %s %s".formatted(folder, limits, notices));
    }

    /// Appends an entry: one write to the page cache, no waiting for the disk.
    public Appended append(Entry entry) {
        throw new StoreFault("not built yet: " + entry);
    }

    /// What the store had not taken when the journal was opened, in order. A few of these it may have taken: to append
    /// them again changes nothing.
    public void pending(BiConsumer<Place, Entry> each) {
        throw new StoreFault("not built yet: " + each);
    }

    /// The store has taken what stands at these places. A segment of which all is taken is deleted.
    public void taken(Collection<Place> places) {
        throw new StoreFault("not built yet: " + places);
    }

    /// How full it is.
    public Status status() {
        return new Status(0, 0, 0, 0);
    }

    /// Forces everything to the disk and lets go of the folder.
    @Override
    public void close() {}
}
