package dev.fairlead.core.decide;

import dev.fairlead.core.event.Event;
import java.util.List;
import java.util.Optional;

/// Where a part of a policy counts. Every list that is not empty must match; a list matches with one of its patterns.
///
/// @param persons names of people
public record Scope(
        List<String> agents,
        List<String> repositories,
        List<String> branches,
        List<String> paths,
        List<String> persons,
        Optional<Hours> hours) {

    /// Everywhere.
    public static final Scope EVERYWHERE =
            new Scope(List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty());

    public Scope {
        agents = List.copyOf(agents);
        repositories = List.copyOf(repositories);
        branches = List.copyOf(branches);
        paths = List.copyOf(paths);
        persons = List.copyOf(persons);
    }

    /// Whether a case lies within.
    enum Match {
        /// It does not.
        NO,
        /// Something that decides it is not known.
        UNKNOWN,
        /// It does.
        YES
    }

    /// @param touched the paths that the objection or finding is about, absolute
    Match of(Context context, Touched touched) {
        Match match = Match.YES;
        match = and(match, named(agents, context.agent()));
        match = and(match, named(repositories, context.repository()));
        match = and(match, named(branches, context.branch()));
        match = and(match, named(persons, context.person()));
        match = and(match, paths.isEmpty() ? Match.YES : touched.within(paths));
        if (hours.isPresent()) {
            Match inTime = context.at().equals(Event.NO_TIME)
                    ? Match.UNKNOWN
                    : hours.get().hold(context.at()) ? Match.YES : Match.NO;
            match = and(match, inTime);
        }
        return match;
    }

    private static Match named(List<String> patterns, Optional<String> name) {
        if (patterns.isEmpty()) {
            return Match.YES;
        }
        if (name.isEmpty()) {
            return Match.UNKNOWN;
        }
        return patterns.stream().anyMatch(pattern -> Glob.matches(pattern, name.get())) ? Match.YES : Match.NO;
    }

    private static Match and(Match one, Match other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
