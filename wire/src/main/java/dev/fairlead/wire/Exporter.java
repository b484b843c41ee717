package dev.fairlead.wire;

import dev.fairlead.core.event.Event;
import java.io.IOException;

/// Writes events in a neutral format. Mutable, and for one thread.
public interface Exporter {

    /// Takes in the next event of a file; those of each session come in order.
    ///
    /// @throws IOException where they cannot be written
    void write(Event event) throws IOException;

    /// The file is at its end: whatever waits is written.
    ///
    /// @throws IOException where it cannot be written
    void endFile() throws IOException;
}
