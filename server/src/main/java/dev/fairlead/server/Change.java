package dev.fairlead.server;

import dev.fairlead.core.event.SessionId;

/// What somebody who looks on may want to show anew.
public sealed interface Change {

    /// A session went on.
    record Went(SessionId session) implements Change {}

    /// What people are asked, or have said, is another.
    record Asked(String approval) implements Change {}

    /// Switches are others.
    record Switched() implements Change {}
}
