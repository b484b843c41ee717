package dev.fairlead.code.metrics;

import dev.fairlead.code.syntax.Grammar;
import dev.fairlead.code.syntax.Language;
import dev.fairlead.code.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// PMD's way of counting, with what only PMD counts.
///
/// @param tree counts what the tree tells
record PmdProfile(TreeProfile tree) implements Profile {

    @Override
    public String name() {
        return tree.name();
    }

    @Override
    public Set<Language> languages() {
        return tree.languages();
    }

    @Override
    public List<FunctionMetrics> measure(SyntaxTree source, Grammar grammar) {
        Map<Integer, List<SequencedMap<String, Long>>> counts =
                PmdCounts.of(source.root().text());
        List<FunctionMetrics> measured = new ArrayList<>();
        for (FunctionMetrics each : tree.measure(source, grammar)) {
            List<SequencedMap<String, Long>> here = counts.getOrDefault(each.endLine(), List.of());
            measured.add(here.isEmpty() ? each : each.with(here.removeFirst()));
        }
        return measured;
    }
}
