package dev.fairlead.core.decide;

import dev.fairlead.core.detect.Misbehaviour;
import java.util.Map;
import java.util.Optional;

/// A mode each for some rules and some classes of findings.
///
/// @param rules by id
public record Modes(Map<String, Mode> rules, Map<Misbehaviour, Mode> classes) {

    /// No mode for anything.
    public static final Modes NONE = new Modes(Map.of(), Map.of());

    public Modes {
        rules = Map.copyOf(rules);
        classes = Map.copyOf(classes);
    }

    /// The mode of a rule or a class, where it has one here.
    Optional<Mode> of(Subject subject) {
        return switch (subject) {
            case Subject.OfRule(String rule) -> Optional.ofNullable(rules.get(rule));
            case Subject.OfClass(Misbehaviour misbehaviour) -> Optional.ofNullable(classes.get(misbehaviour));
        };
    }
}
