package dev.fairlead.core.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What one speaker says in a policy.
///
/// @param name where it stands, for people
/// @param base what it begins with
/// @param clauses other modes in other places, the last that matches counts
/// @param own rules that it brings along; their modes are among `modes`
/// @param mayLoosen the layers below that may be less strict about a rule or a class than this one, by its name
/// @param guarded paths that nothing may change; `~` stands for the home
/// @param guards programs that only a person may command
/// @param dealings what else becomes of calls: whom it asks, and what it rewrites
public record Layer(
        Level level,
        String name,
        Optional<Preset> base,
        Modes modes,
        List<Clause> clauses,
        List<OwnRule> own,
        List<Entry> entries,
        Optional<Budget> budget,
        Map<String, Set<Level>> mayLoosen,
        List<String> guarded,
        Set<String> guards,
        Dealings dealings) {

    public Layer {
        clauses = List.copyOf(clauses);
        own = List.copyOf(own);
        entries = List.copyOf(entries);
        mayLoosen = Map.copyOf(mayLoosen);
        guarded = List.copyOf(guarded);
        guards = Set.copyOf(guards);
    }

    /// A layer that is a preset and nothing else.
    public static Layer of(Level level, Preset preset) {
        return of(level, "preset " + preset.code(), Modes.NONE).on(preset);
    }

    /// A layer of modes alone.
    public static Layer of(Level level, String name, Modes modes) {
        return new Layer(
                level,
                name,
                Optional.empty(),
                modes,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Map.of(),
                List.of(),
                Set.of(),
                Dealings.NONE);
    }

    private Layer on(Preset preset) {
        return new Layer(
                level,
                name,
                Optional.of(preset),
                modes,
                clauses,
                own,
                entries,
                budget,
                mayLoosen,
                guarded,
                guards,
                dealings);
    }

    /// The same, with one more path that nothing may change.
    public Layer guarding(String path) {
        List<String> more = new ArrayList<>(guarded);
        more.add(path);
        return new Layer(level, name, base, modes, clauses, own, entries, budget, mayLoosen, more, guards, dealings);
    }

    /// The same, where lower layers may be less strict.
    public Layer loosened(Map<String, Set<Level>> by) {
        return new Layer(level, name, base, modes, clauses, own, entries, budget, by, guarded, guards, dealings);
    }

    /// What it says, given what the layers above say; empty where it says nothing.
    Optional<Verdict> says(Subject subject, Context context, Touched touched, Mode above) {
        Optional<Verdict> said = modes.of(subject)
                .map(mode -> new Verdict(mode, name))
                .or(() -> base.flatMap(preset -> preset.of(subject))
                        .map(mode -> new Verdict(mode, base.get().within(name))));
        for (Clause clause : clauses) {
            Optional<Mode> mode = clause.modes().of(subject);
            Scope.Match match = mode.isEmpty() ? Scope.Match.NO : clause.scope().of(context, touched);
            boolean isStricter = mode.isPresent()
                    && mode.get().compareTo(said.map(Verdict::mode).orElse(above)) > 0;
            if (match == Scope.Match.YES || match == Scope.Match.UNKNOWN && isStricter) {
                said = mode.map(each -> new Verdict(each, "%s, %s".formatted(name, clause.where())));
            }
        }
        return said;
    }

    /// Whether a layer of this level may be less strict.
    boolean letsLoosen(String subject, Level below) {
        return mayLoosen.getOrDefault(subject, Set.of()).contains(below);
    }
}
