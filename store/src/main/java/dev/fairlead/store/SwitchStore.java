package dev.fairlead.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps switches: thrown ones are on disk before the call returns.
public interface SwitchStore {

    /// Throws a switch.
    ///
    /// @param until when it lifts itself, empty for never
    Switch stop(Switch.Target target, Switch.Kind kind, String by, String why, Instant now, Optional<Instant> until);

    /// Lifts every switch that holds for exactly this target.
    ///
    /// @return those that were lifted now
    List<Switch> lift(Switch.Target target, String by, Instant now);

    /// Those that hold at a time, in the order in which they were thrown.
    List<Switch> holding(Instant now);

    /// All there ever were, the latest first. `text` looks at targets and reasons.
    Page<Switch> switches(Filter filter);
}
