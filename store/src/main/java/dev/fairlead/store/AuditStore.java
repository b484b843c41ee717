package dev.fairlead.store;

import java.time.Instant;

/// Keeps who did what to the oversight itself, and why.
public interface AuditStore {

    /// Writes down one deed.
    ///
    /// @param who the person, or the part of Fairlead
    /// @param what the deed, such as `switch-thrown`
    /// @param subject what it was done to
    /// @param detail more, for machines or people; may be empty
    Deed note(Instant at, String who, String what, String subject, String why, String detail);

    /// Deeds, the latest first. `text` looks at all their words.
    Page<Deed> deeds(Filter filter);

    /// One deed. The ids are in the order in which they were written.
    record Deed(String id, Instant at, String who, String what, String subject, String why, String detail) {}
}
