package dev.fairlead.policy;

import dev.fairlead.core.decide.Budget;
import dev.fairlead.core.decide.Clause;
import dev.fairlead.core.decide.Entry;
import dev.fairlead.core.decide.Layer;
import dev.fairlead.core.decide.Level;
import dev.fairlead.core.decide.Mode;
import dev.fairlead.core.decide.Modes;
import dev.fairlead.core.decide.OwnRule;
import dev.fairlead.core.decide.Preset;
import dev.fairlead.core.detect.Misbehaviour;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads one document of a policy file: what one layer says.
final class LayerReader {

    private static final List<String> PRESETS = List.of("observe", "balanced", "strict");
    private static final Set<Level> BELOW = Set.copyOf(EnumSet.of(Level.REPOSITORY, Level.PERSON));

    private final Set<String> rules;

    /// @param rules the names of all rules so far; those that the document brings along are added
    LayerReader(Set<String> rules) {
        this.rules = rules;
    }

    /// @param otherwise what it begins with where it does not say
    Layer read(Section section, Level level, String name, Optional<Preset> otherwise) throws BrokenPolicy {
        Optional<Scalar> base = section.scalar("extends");
        Optional<Preset> preset =
                base.isEmpty() ? otherwise : Optional.of(base.get().one(Preset::of, PRESETS));
        Map<String, Mode> own = new HashMap<>();
        List<OwnRule> conditions = new OwnRuleReader(rules).read(section.sections("conditions"), own);
        Modes modes = modes(section);
        own.putAll(modes.rules());
        List<Entry> entries = new ArrayList<>();
        entries(section, "allow", Entry.Force.ALLOW, entries);
        entries(section, "soft", Entry.Force.SOFT, entries);
        entries(section, "hard", Entry.Force.HARD, entries);
        return new Layer(
                level,
                name,
                preset,
                new Modes(own, modes.classes()),
                clauses(section),
                conditions,
                entries,
                budget(section),
                mayLoosen(section),
                section.texts("guarded"),
                new HashSet<>(section.texts("guards")),
                new DealingsReader(this, level).read(section));
    }

    private Modes modes(Section section) throws BrokenPolicy {
        Map<String, Mode> modes = new HashMap<>();
        Optional<Section> ofRules = section.section("rules");
        for (Scalar each : ofRules.isEmpty() ? List.<Scalar>of() : ofRules.get().rest()) {
            modes.put(rule(each, each.name()), each.mode());
        }
        Map<Misbehaviour, Mode> classes = new EnumMap<>(Misbehaviour.class);
        Optional<Section> ofClasses = section.section("classes");
        for (Scalar each :
                ofClasses.isEmpty() ? List.<Scalar>of() : ofClasses.get().rest()) {
            classes.put(misbehaviour(each), each.mode());
        }
        return new Modes(modes, classes);
    }

    private List<Clause> clauses(Section section) throws BrokenPolicy {
        List<Clause> clauses = new ArrayList<>();
        for (Section each : section.sections("where")) {
            Optional<Section> when = each.section("when");
            if (when.isEmpty()) {
                throw each.broken("an item of `where` has no `when`");
            }
            clauses.add(new Clause(ScopeReader.read(when.get()), modes(each), each.where()));
            each.end();
        }
        return clauses;
    }

    private void entries(Section section, String key, Entry.Force force, List<Entry> entries) throws BrokenPolicy {
        for (Section each : section.sections(key)) {
            Set<String> named = new HashSet<>();
            for (Scalar rule : each.scalars("rule")) {
                named.add(rule(rule, rule.text()));
            }
            if (named.isEmpty()) {
                throw each.broken("an item of `%s` names no `rule`".formatted(key));
            }
            Optional<Section> when = each.section("when");
            entries.add(new Entry(
                    force,
                    named,
                    each.texts("path"),
                    each.texts("command"),
                    when.isEmpty() ? ScopeReader.everywhere() : ScopeReader.read(when.get()),
                    each.where()));
            each.end();
        }
    }

    private Map<String, Set<Level>> mayLoosen(Section section) throws BrokenPolicy {
        Map<String, Set<Level>> may = new HashMap<>();
        if (section.hasSection("may-loosen")) {
            Section levels = section.section("may-loosen").orElseThrow();
            for (Level level : BELOW) {
                for (Scalar each : levels.scalars(level.code())) {
                    may.computeIfAbsent(named(each), _ -> EnumSet.noneOf(Level.class))
                            .add(level);
                }
            }
            levels.end();
        } else {
            for (Scalar each : section.scalars("may-loosen")) {
                may.put(named(each), BELOW);
            }
        }
        return may;
    }

    /// The name of a rule or a class.
    String named(Scalar word) throws BrokenPolicy {
        boolean isClass = Misbehaviour.of(word.text()).isPresent();
        return isClass ? word.text() : rule(word, word.text());
    }

    private String rule(Scalar word, String name) throws BrokenPolicy {
        if (!rules.contains(name)) {
            throw word.broken("there is no rule `%s`%s".formatted(name, Similar.hint(name, rules)));
        }
        return name;
    }

    private static Misbehaviour misbehaviour(Scalar word) throws BrokenPolicy {
        Optional<Misbehaviour> found = Misbehaviour.of(word.name());
        if (found.isEmpty()) {
            List<String> codes = new ArrayList<>();
            for (Misbehaviour each : Misbehaviour.values()) {
                codes.add(each.code());
            }
            throw word.broken("there is no class `%s`%s".formatted(word.name(), Similar.hint(word.name(), codes)));
        }
        return found.get();
    }

    private static Optional<Budget> budget(Section section) throws BrokenPolicy {
        Optional<Section> budget = section.section("budgets");
        return budget.isEmpty() ? Optional.empty() : Optional.of(BudgetReader.read(budget.get()));
    }
}
