package dev.fairlead.store;

import java.time.Duration;
import java.util.function.Consumer;

/// The way of an entry to the store: into the journal while the caller waits, into the store in the background.
///
/// One thread takes what has come, some hundred entries at a time, to the store, and then marks them as taken. While
/// the
/// store is down the journal grows to its limit, and what comes then is shed and counted. What was recorded and not
/// shed reaches the store, after a restart if need be.
@SuppressWarnings("DoNotCallSuggester") // not built yet
public final class Recorder implements AutoCloseable {

    private Recorder() {}

    /// How it goes.
    ///
    /// @param waiting entries that are in the journal only
    /// @param shed entries that were not kept, since the start
    /// @param fault why the store takes nothing at present, empty where it does
    public record Load(long waiting, long shed, String fault) {}

    /// Starts recording. What an earlier process left in the journal goes to the store first: when this returns, it is
    /// there, so that sessions can be resumed from the store.
    ///
    /// @param notices is told, in words for a person, what goes wrong
    /// @throws StoreFault where the store takes nothing
    public static Recorder start(Journal journal, SessionStore store, Consumer<String> notices) {
        throw new StoreFault("not built yet");
    }

    /// Records an entry. It is safe from the end of this process when this returns.
    ///
    /// @return whether it was kept; if not, it is counted as shed
    public boolean record(Entry entry) {
        throw new StoreFault("not built yet: " + entry);
    }

    /// Waits until everything that was recorded before is in the store.
    ///
    /// @return whether it is, within that time
    public boolean settle(Duration patience) {
        throw new StoreFault("not built yet: " + patience);
    }

    /// How it goes.
    public Load load() {
        return new Load(0, 0, "");
    }

    /// Takes what has come to the store, within 10 seconds, and stops. What is left stays in the journal.
    @Override
    public void close() {}
}
