package dev.fairlead.core.detect;

import java.util.List;

/// What a detector looks for, in words for the people who rely on it. The manual is made of these.
///
/// @param id the detector's name, in kebab case
/// @param misbehaviour the class of its findings
/// @param summary what it flags, in one sentence
/// @param rule the rule that it follows, in sentences that a stranger would accept
/// @param quietOn what looks alike and is left alone, at least one thing
/// @param misses what it does not see, at least one thing
/// @param standing what its word is worth
public record Card(
        String id,
        Misbehaviour misbehaviour,
        String summary,
        String rule,
        List<String> quietOn,
        List<String> misses,
        Standing standing) {

    /// What a detector's word is worth.
    public enum Standing {
        /// Measured precise enough to be told: on by default.
        PROVEN,
        /// A suspicion, for a record or a judge: in shadow until it is asked for.
        SUSPICION
    }

    /// The card of a detector that is on by default.
    public Card(
            String id,
            Misbehaviour misbehaviour,
            String summary,
            String rule,
            List<String> quietOn,
            List<String> misses) {
        this(id, misbehaviour, summary, rule, quietOn, misses, Standing.PROVEN);
    }

    public Card {
        if (!id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("detector id `%s` is not kebab-case".formatted(id));
        }
        if (summary.isBlank() || rule.isBlank() || quietOn.isEmpty() || misses.isEmpty()) {
            throw new IllegalArgumentException("the card of `%s` leaves a part empty".formatted(id));
        }
        quietOn = List.copyOf(quietOn);
        misses = List.copyOf(misses);
    }
}
