package dev.fairlead.code.metrics;

import dev.fairlead.code.syntax.Grammar;
import dev.fairlead.code.syntax.Language;
import dev.fairlead.code.syntax.SyntaxNode;
import dev.fairlead.code.syntax.SyntaxTree;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A way of counting that differs from the usual one in some habits.
///
record TreeProfile(
        String name,
        Set<Language> languages,
        Naming naming,
        Scope scope,
        Cyclomatic cyclomatic,
        Set<Cognitive.Habit> habits)
        implements Profile {

    @Override
    public List<FunctionMetrics> measure(SyntaxTree tree, Grammar grammar) {
        Vocabulary words = Vocabulary.of(grammar);
        List<Function> functions = Functions.of(tree, words, scope);
        Set<Integer> starts =
                functions.stream().map(each -> each.node().index()).collect(Collectors.toSet());
        CodeLines lines = new CodeLines(tree);
        boolean isInner = habits.contains(Cognitive.Habit.NAMED_FUNCTIONS_NEST);
        return functions.stream()
                .filter(each -> !name.equals("complexipy") || !Waivers.ofComplexipy(each.node()))
                .filter(each -> !isInner || each.node().above().noneMatch(above -> starts.contains(above.index())))
                .map(each -> measured(each, words, isInner ? Set.of() : starts, lines))
                .toList();
    }

    private FunctionMetrics measured(Function function, Vocabulary words, Set<Integer> starts, CodeLines lines) {
        SyntaxNode node = function.node();
        Cognitive.Count cognitive = Cognitive.of(function, words, habits, starts);
        return new FunctionMetrics(
                naming.of(function),
                node.line(),
                node.endLine(),
                cyclomatic.of(node, words, starts),
                cognitive.score(),
                lines.between(node.line(), node.endLine()),
                cognitive.nesting(),
                function.parameters());
    }
}
