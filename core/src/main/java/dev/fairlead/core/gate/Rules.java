package dev.fairlead.core.gate;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The catalogue of rules, in alphabetical order.
public final class Rules {

    private static final List<Rule> ALL = Stream.of(
                    FileRules.all(), CodeRules.all(), HistoryRules.all(), SystemRules.all())
            .flatMap(List::stream)
            .sorted(Comparator.comparing(Rule::id))
            .toList();

    private Rules() {}

    public static List<Rule> all() {
        return ALL;
    }
}
