package dev.fairlead.core.decide;

import dev.fairlead.core.effect.Effect;
import java.util.Optional;

/// What a rule has to say about a call, before the policy makes something of it.
///
/// @param effect what it is about; empty where it is about the whole call
/// @param isFailure whether the rule could not be weighed, so that it stands for its own objection
/// @param fixed the mode, where it does not depend on the rule's
record Raised(
        String rule, String reason, String instead, Optional<Effect> effect, boolean isFailure, Optional<Mode> fixed) {

    Touched touched(Attempt attempt) {
        return effect.map(each -> Touched.of(each, attempt.place()))
                .orElseGet(() -> Touched.of(attempt.effects().effects(), attempt.place()));
    }

    /// That a rule could not be weighed.
    static Raised failure(String rule, RuntimeException fault, Optional<Effect> effect) {
        return new Raised(
                rule,
                "could not be weighed: the rule failed with `%s`"
                        .formatted(Optional.ofNullable(fault.getMessage()).orElse(fault.toString())),
                "ask the person, who can put the rule right",
                effect,
                true,
                Optional.empty());
    }
}
