package dev.fairlead.policy;

import dev.fairlead.core.decide.Level;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/// The policy in force while a program runs: the last good one stays until there is a better one.
public final class StandingPolicy {

    private final Map<Level, Path> places;
    private final AtomicReference<State> state;

    /// @param there the layers of which there was a file
    private record State(LoadedPolicy loaded, Set<Level> there) {}

    /// Reads the usual places for the first time.
    public StandingPolicy(Map<Level, Path> places) {
        this.places = new EnumMap<>(places);
        this.state = new AtomicReference<>(new State(PolicyPlaces.standing(places), PolicyPlaces.there(places)));
    }

    /// The policy in force, with what is wrong with its files.
    public LoadedPolicy inForce() {
        return state.get().loaded();
    }

    /// Reads the files again. Where one of them is broken, or gone that was there, all stays as it was, and the notices
    /// say why.
    public LoadedPolicy reload() {
        State before = state.get();
        Set<Level> there = PolicyPlaces.there(places);
        try {
            if (there.containsAll(before.there())) {
                state.set(new State(PolicyPlaces.sound(places), there));
            } else {
                keep(before, "a policy file is gone");
            }
        } catch (BrokenPolicy fault) {
            keep(before, fault.reason());
        }
        return inForce();
    }

    private void keep(State before, String why) {
        LoadedPolicy loaded = before.loaded();
        String notice =
                "%s; policy %s stays in force".formatted(why, loaded.policy().digest());
        state.set(new State(new LoadedPolicy(loaded.policy(), loaded.examples(), List.of(notice)), before.there()));
    }
}
