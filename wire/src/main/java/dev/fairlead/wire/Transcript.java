package dev.fairlead.wire;

import dev.fairlead.core.event.Origin;
import dev.fairlead.wire.json.Node;

/// The reading of one file of one agent, record by record. Mutable, and for one thread.
public interface Transcript {

    /// Takes in the next record. Hands at least one event to the audience:
    /// [Noted][dev.fairlead.core.event.Happening.Noted] where the record is of no consequence,
    /// [Unread][dev.fairlead.core.event.Happening.Unread] where it is not understood.
    void hear(Node.Fields record, Origin origin, Audience audience);

    /// Takes in what could not be read as a record.
    ///
    /// @param reason what was seen, in words for a person
    /// @param excerpt the beginning of it
    void unread(String reason, String excerpt, Origin origin, Audience audience);

    /// The file is at its end: whatever waits is handed over.
    void end(Audience audience);
}
