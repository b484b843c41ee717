package dev.fairlead.server;

import dev.fairlead.core.decide.Budget;
import dev.fairlead.core.decide.Context;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.session.Profile;
import dev.fairlead.core.session.Tally;
import dev.fairlead.store.Switch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A session that goes on, as it stands at this moment.
///
/// @param task the last words of the person; empty before any
/// @param last what happened last, apart from bookkeeping
/// @param heldBy the switch that holds it
/// @param isNudged whether the agent was told something and what it made of that is still open
/// @param findings made since this process knows the session
/// @param uses how much of what a policy grants it is used up
/// @param cost in whatever the policy's prices are in; empty where none is known for the model
public record LiveView(
        SessionId session,
        String agent,
        Profile profile,
        Context context,
        Tally tally,
        String task,
        Optional<Event> last,
        Instant heardAt,
        Optional<Switch> heldBy,
        boolean isNudged,
        boolean hasEnded,
        long findings,
        long ungated,
        List<Budget.Use> uses,
        OptionalDouble cost) {

    /// When a session did something last that is told of an event: it may be old, but not of tomorrow.
    static Instant later(Instant before, Instant at, Instant now) {
        Instant latest = before.isAfter(at) ? before : at;
        return at.isAfter(Event.NO_TIME) && latest.isBefore(now) ? latest : now;
    }
}
