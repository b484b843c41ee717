package dev.fairlead.core.gate;

import dev.fairlead.core.effect.Effect;
import java.util.Optional;

/// A rule about one effect of a command.
///
/// @param id its name, in kebab case
/// @param summary what it stands against, in one sentence
/// @param instead the next step that is allowed, as an order
/// @param weigher which effects it stands against, and why
public record Rule(String id, String summary, String instead, Weigher weigher) {

    /// Tells which effects a rule stands against.
    @FunctionalInterface
    public interface Weigher {
        /// Why this effect is one of them, as a clause; empty where it is none.
        Optional<String> weigh(Effect effect, Setting setting);
    }

    public Rule {
        if (!id.matches("[a-z]+(-[a-z]+)*") || summary.isBlank() || instead.isBlank()) {
            throw new IllegalArgumentException("the rule `%s` leaves a part empty".formatted(id));
        }
    }
}
