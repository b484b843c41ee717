package dev.fairlead.policy;

import dev.fairlead.core.decide.Attempt;
import dev.fairlead.core.decide.Budget;
import dev.fairlead.core.decide.Mode;
import dev.fairlead.core.decide.OwnRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Reads the rules that a policy brings along.
final class OwnRuleReader {

    private final Set<String> rules;

    /// @param rules the names of all rules so far; those that are read are added
    OwnRuleReader(Set<String> rules) {
        this.rules = rules;
    }

    /// @param modes takes in the mode of each
    List<OwnRule> read(List<Section> sections, Map<String, Mode> modes) throws BrokenPolicy {
        List<OwnRule> own = new ArrayList<>();
        for (Section section : sections) {
            Scalar id = needed(section, "id");
            if (!id.text().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
                throw id.broken("the id `%s` is not kebab-case".formatted(id.text()));
            }
            if (Budget.RULES.contains(id.text()) || !rules.add(id.text())) {
                throw id.broken("there is a rule `%s` already".formatted(id.text()));
            }
            modes.put(id.text(), needed(section, "mode").mode());
            Predicate<Attempt> when = when(section);
            own.add(new OwnRule(
                    id.text(),
                    needed(section, "reason").text(),
                    section.text("instead").orElse("ask the person"),
                    when));
            section.end();
        }
        return own;
    }

    private static Predicate<Attempt> when(Section section) throws BrokenPolicy {
        Scalar when = needed(section, "when");
        return CelCondition.of(when);
    }

    private static Scalar needed(Section section, String key) throws BrokenPolicy {
        Optional<Scalar> found = section.scalar(key);
        if (found.isEmpty() || found.get().text().isBlank()) {
            throw section.broken("an item of `conditions` has no `%s`".formatted(key));
        }
        return found.get();
    }
}
