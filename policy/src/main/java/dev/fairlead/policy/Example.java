package dev.fairlead.policy;

import dev.fairlead.core.decide.Attempt;
import dev.fairlead.core.decide.Gate;
import dev.fairlead.core.decide.Mode;
import dev.fairlead.core.decide.Policy;
import dev.fairlead.core.decide.Ruling;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A call with the decision that a policy's author expects.
///
/// @param title what it shows: its name, or else the call itself
/// @param where its place in the file, for people
/// @param expected `allow`, `nudge`, `ask` or `deny`
/// @param rules that are to be heard, no more and no fewer; empty where any will do
public record Example(String title, String where, Attempt attempt, String expected, Optional<Set<String>> rules) {

    /// Why a policy does not keep it; empty where it does.
    public Optional<String> fault(Policy policy) {
        Ruling ruling = Gate.over(policy).decide(attempt);
        String decided = decision(ruling);
        Set<String> heard =
                ruling.heard().stream().map(Ruling.Objection::rule).collect(Collectors.toCollection(TreeSet::new));
        if (!decided.equals(expected)) {
            return Optional.of("expected %s, but the decision is %s%s"
                    .formatted(expected, decided, heard.isEmpty() ? "" : " by " + String.join(", ", heard)));
        }
        return rules.filter(wanted -> !wanted.equals(heard))
                .map(wanted -> "expected the rules %s, but heard are %s".formatted(new TreeSet<>(wanted), heard));
    }

    private static String decision(Ruling ruling) {
        return ruling.mode() == Mode.NUDGE ? "nudge" : ruling.answer().name().toLowerCase(Locale.ROOT);
    }
}
