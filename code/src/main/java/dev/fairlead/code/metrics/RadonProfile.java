package dev.fairlead.code.metrics;

import dev.fairlead.code.syntax.Grammar;
import dev.fairlead.code.syntax.Language;
import dev.fairlead.code.syntax.SyntaxNode;
import dev.fairlead.code.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Counts as Radon does: the `else` of loops and of `try` divides too, and what stands in no function is counted as
/// one,
/// called `<module>`.
///
/// @param asserts whether an `assert` divides
record RadonProfile(String name, boolean asserts) implements Profile {

    private static final String MODULE = "<module>";

    @Override
    public Set<Language> languages() {
        return EnumSet.of(Language.PYTHON);
    }

    @Override
    public List<FunctionMetrics> measure(SyntaxTree tree, Grammar grammar) {
        Vocabulary words = Vocabulary.of(grammar);
        EnumSet<Construct> divides = EnumSet.copyOf(Cyclomatic.USUAL.divides());
        Cyclomatic cyclomatic = new Cyclomatic(divides, true, Cyclomatic.Cases.EACH_CASE);
        List<Function> functions = Functions.of(tree, words, Scope.NONE);
        Set<Integer> starts =
                functions.stream().map(each -> each.node().index()).collect(Collectors.toSet());
        CodeLines lines = new CodeLines(tree);
        List<FunctionMetrics> found = new ArrayList<>();
        found.add(measured(new Function(tree.root(), MODULE, List.of(), 0), words, cyclomatic, starts, lines));
        functions.forEach(each -> found.add(measured(each, words, cyclomatic, starts, lines)));
        return found;
    }

    private FunctionMetrics measured(
            Function function, Vocabulary words, Cyclomatic cyclomatic, Set<Integer> starts, CodeLines lines) {
        SyntaxNode node = function.node();
        Cognitive.Count cognitive = Cognitive.of(function, words, EnumSet.noneOf(Cognitive.Habit.class), starts);
        return new FunctionMetrics(
                function.path("."),
                node.line(),
                node.endLine(),
                cyclomatic.of(node, words, starts) + (asserts ? asserts(node, starts) : 0),
                cognitive.score(),
                lines.between(node.line(), node.endLine()),
                cognitive.nesting(),
                function.parameters());
    }

    private static int asserts(SyntaxNode function, Set<Integer> starts) {
        int count = 0;
        int i = function.index() + 1;
        while (i < function.end()) {
            SyntaxNode each = function.tree().node(i);
            count += each.is("assert_statement") ? 1 : 0;
            i = starts.contains(i) ? each.end() : i + 1;
        }
        return count;
    }
}
