package dev.fairlead.core.gate;

import dev.fairlead.core.effect.Effect;
import dev.fairlead.core.effect.Effects;
import java.util.List;
import java.util.Optional;

/// What is decided about a command, and why.
///
/// @param answer the most forceful of the objections'
/// @param effects what the command would do
/// @param objections what rules say about it, the most forceful first
public record Ruling(Answer answer, Effects effects, List<Objection> objections) {
    public Ruling {
        objections = List.copyOf(objections);
    }

    /// What one rule says about one effect.
    ///
    /// @param reason why, as a clause
    public record Objection(Rule rule, Answer answer, Effect effect, String reason) {}

    /// The objection that decides.
    public Optional<Objection> decisive() {
        return objections.stream().findFirst();
    }
}
