package dev.fairlead.server;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Tells those who look on that something happened. A hook waits for none of them.
final class Onlookers {

    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();

    /// Tells everybody. A listener must neither throw nor wait.
    void tell(Change change) {
        for (Consumer<Change> each : listeners) {
            each.accept(change);
        }
    }

    /// Lets somebody listen until what comes back is run.
    Runnable listen(Consumer<Change> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
