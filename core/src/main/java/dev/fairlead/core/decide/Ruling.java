package dev.fairlead.core.decide;

import dev.fairlead.core.effect.Effects;
import java.util.List;
import java.util.Optional;

/// What is decided about a call, and why.
///
/// @param mode the strictest of the objections'
/// @param effects what the call would do
/// @param objections what rules say about it, the strictest first; those in shadow are among them
/// @param policy the digest of the policy that decided
public record Ruling(Mode mode, Effects effects, List<Objection> objections, String policy) {
    public Ruling {
        objections = List.copyOf(objections);
    }

    /// What one rule says.
    ///
    /// @param reason why, as a clause
    /// @param instead the next step that is allowed, as an order
    /// @param source who gave the rule its mode
    public record Objection(String rule, Mode mode, String reason, String instead, String source) {}

    /// What follows for the call.
    public Answer answer() {
        return mode.answer();
    }

    /// The objections that somebody hears of.
    public List<Objection> heard() {
        return objections.stream().filter(each -> each.mode().isHeard()).toList();
    }

    /// The objection that decides.
    public Optional<Objection> decisive() {
        return heard().stream().findFirst();
    }
}
