package dev.fairlead.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

/// An open store. It is the same whether SQLite or PostgreSQL lies beneath.
@SuppressWarnings("DoNotCallSuggester") // not built yet
public final class Store implements AutoCloseable {

    private Store() {}

    /// Opens the store, and makes or renews its tables.
    ///
    /// @throws StoreFault where that cannot be done
    public static Store open(StoreSettings settings) {
        throw new StoreFault("not built yet: " + settings);
    }

    /// The log, and what follows from it.
    public SessionStore sessions() {
        throw new StoreFault("not built yet");
    }

    /// What people are asked.
    public ApprovalStore approvals() {
        throw new StoreFault("not built yet");
    }

    /// The switches.
    public SwitchStore switches() {
        throw new StoreFault("not built yet");
    }

    /// Who did what to the oversight.
    public AuditStore audit() {
        throw new StoreFault("not built yet");
    }

    /// Lets go of what is beyond the limits.
    public Retention.Swept sweep(Retention retention, Instant now) {
        throw new StoreFault("not built yet: %s %s".formatted(retention, now));
    }

    /// Writes everything as of now to one file, while others go on writing to the store.
    ///
    /// @return how many rows it holds
    public long backup(Path file) {
        throw new StoreFault("not built yet: " + file);
    }

    /// Fills this store, which must be empty, from a backup of any store.
    ///
    /// @param progress is told now and then how many rows are in
    /// @return how many rows there are
    public long restore(Path file, Consumer<Long> progress) {
        throw new StoreFault("not built yet: %s %s".formatted(file, progress));
    }

    /// Asks the database for an answer: what readiness rests on.
    ///
    /// @throws StoreFault where it gives none
    public void probe() {
        throw new StoreFault("not built yet");
    }

    @Override
    public void close() {}
}
