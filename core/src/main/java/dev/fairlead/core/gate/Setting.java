package dev.fairlead.core.gate;

import dev.fairlead.core.effect.Place;
import java.util.List;
import java.util.Set;

/// Where a command would run, and what the policy guards there.
///
/// @param guarded paths that nothing may change, absolute
/// @param guards programs that only a person may command, such as the gate's own
public record Setting(Place place, List<String> guarded, Set<String> guards) {
    public Setting {
        guarded = List.copyOf(guarded);
        guards = Set.copyOf(guards);
    }
}
