package dev.fairlead.core.gate;

import dev.fairlead.core.effect.Place;
import dev.fairlead.core.effect.Target;
import dev.fairlead.core.effect.Tracker;
import dev.fairlead.core.effect.Tracking;
import dev.fairlead.core.session.Holdings;
import java.util.List;
import java.util.Set;

/// Where a command would run, what the policy guards there, and what is the session's own.
///
/// @param guarded paths that nothing may change, absolute
/// @param guards programs that only a person may command, such as the gate's own
/// @param own what the session made itself may go away again
/// @param tracker what version control keeps can be taken back
public record Setting(Place place, List<String> guarded, Set<String> guards, Holdings own, Tracker tracker) {
    public Setting {
        guarded = List.copyOf(guarded);
        guards = Set.copyOf(guards);
    }

    /// Whether it does no harm that this goes away: the session made it, or version control keeps it just as it is.
    boolean mayGo(Target target) {
        return own.isSurelyMade(target) || tracker.of(target) == Tracking.KEPT;
    }
}
