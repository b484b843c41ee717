package dev.fairlead.core.decide;

import dev.fairlead.core.effect.Effect;
import dev.fairlead.core.effect.Place;
import dev.fairlead.core.effect.Target;
import java.util.List;
import java.util.stream.Stream;

/// The paths that something is about.
///
/// @param targets none where it is about no path
record Touched(List<Target> targets, Place place) {
    Touched {
        targets = List.copyOf(targets);
    }

    /// The paths of an effect.
    static Touched of(Effect effect, Place place) {
        return new Touched(
                switch (effect) {
                    case Effect.Deletes deletes -> List.of(deletes.target());
                    case Effect.Overwrites overwrites -> List.of(overwrites.target());
                    case Effect.Creates creates -> List.of(creates.target());
                    case Effect.DiscardsWork discards -> List.of(discards.where());
                    case Effect.Moves moves -> List.of(moves.source(), moves.destination());
                    case Effect.ChangesAccess changes -> List.of(changes.target());
                    case Effect.RunsFile runs -> List.of(runs.target());
                    case Effect other -> List.of();
                },
                place);
    }

    /// The paths of several effects.
    static Touched of(List<Effect> effects, Place place) {
        Stream<Target> all = effects.stream().flatMap(effect -> of(effect, place).targets.stream());
        return new Touched(all.toList(), place);
    }

    /// Whether all of the paths match one of the patterns. Some of them, a path that only a running shell could name,
    /// and a folder that holds what is meant are neither yes nor no.
    Scope.Match within(List<String> patterns) {
        int sure = 0;
        int possible = 0;
        for (Target target : targets) {
            Scope.Match match = match(patterns, target);
            sure += match == Scope.Match.YES ? 1 : 0;
            possible += match == Scope.Match.UNKNOWN ? 1 : 0;
        }
        return sure + possible == 0 ? Scope.Match.NO : sure == targets.size() ? Scope.Match.YES : Scope.Match.UNKNOWN;
    }

    private Scope.Match match(List<String> patterns, Target target) {
        if (target.path().isEmpty()) {
            return Scope.Match.UNKNOWN;
        }
        Scope.Match best = Scope.Match.NO;
        for (String pattern : patterns) {
            String whole = Glob.absolute(pattern, place.root(), place.home());
            if (Glob.matchesPath(whole, target.path().get())) {
                return Scope.Match.YES;
            }
            if (Glob.isPattern(target.path().get()) || target.holds(Glob.fixed(whole))) {
                best = Scope.Match.UNKNOWN;
            }
        }
        return best;
    }
}
