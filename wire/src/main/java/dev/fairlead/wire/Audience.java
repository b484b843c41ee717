package dev.fairlead.wire;

import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import java.time.Instant;

/// Takes in what a transcript tells, in order.
@FunctionalInterface
public interface Audience {

    /// One thing that happened.
    void hear(SessionId session, Instant at, Origin origin, Happening what);
}
