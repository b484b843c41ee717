package dev.fairlead.core.gate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The catalogue of rules, in alphabetical order.
public final class Rules {

    private static final List<Rule> ALL = Stream.of(
                    FileRules.all(), CodeRules.all(), HistoryRules.all(), SystemRules.all())
            .flatMap(List::stream)
            .sorted(Comparator.comparing(Rule::id))
            .toList();

    /// A rule about calls of tools whose effects nobody told us. It weighs no effect: whoever knows the call raises it.
    public static final Rule UNKNOWN_TOOL = new Rule(
            "unknown-tool",
            "Calls a tool of which nothing is known.",
            "do it with a tool that says what it does, or ask the person",
            (effect, setting) -> Optional.empty());

    private Rules() {}

    /// All that weigh effects.
    public static List<Rule> all() {
        return ALL;
    }

    /// The ids of all rules, in order.
    public static List<String> names() {
        return Stream.concat(ALL.stream(), Stream.of(UNKNOWN_TOOL))
                .map(Rule::id)
                .sorted()
                .toList();
    }
}
