package dev.fairlead.code.metrics;

import dev.fairlead.code.syntax.Grammar;
import dev.fairlead.code.syntax.Language;
import dev.fairlead.code.syntax.SyntaxNode;
import dev.fairlead.code.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Counts as Lizard does: words and signs, wherever they stand, and nothing of how they hang together.
final class LizardProfile implements Profile {

    @Override
    public String name() {
        return "lizard";
    }

    @Override
    public Set<Language> languages() {
        return EnumSet.complementOf(EnumSet.of(Language.BASH));
    }

    @Override
    public List<FunctionMetrics> measure(SyntaxTree tree, Grammar grammar) {
        Vocabulary words = Vocabulary.of(grammar);
        List<Function> functions = Functions.of(tree, words, scope(grammar));
        Set<Integer> starts =
                functions.stream().map(each -> each.node().index()).collect(Collectors.toSet());
        if (Waivers.isGenerated(tree.root())) {
            return List.of();
        }
        CodeLines lines = new CodeLines(tree);
        List<FunctionMetrics> found = new ArrayList<>();
        functions.stream()
                .filter(each -> !isLeftOut(each.node()) && !Waivers.ofLizard(each.node()))
                .sorted(Comparator.comparingInt(each -> each.node().end()))
                .forEach(each -> found.add(measured(each, grammar, words, starts, lines)));
        return found;
    }

    private static FunctionMetrics measured(
            Function function, Grammar grammar, Vocabulary words, Set<Integer> starts, CodeLines lines) {
        SyntaxNode node = function.node();
        Cognitive.Count cognitive = Cognitive.of(function, words, EnumSet.noneOf(Cognitive.Habit.class), starts);
        return new FunctionMetrics(
                LizardNames.of(function, grammar),
                node.line(),
                node.endLine(),
                1 + new LizardTokens(grammar, words).count(node, starts),
                cognitive.score(),
                lines.between(node.line(), node.endLine()),
                cognitive.nesting(),
                function.parameters());
    }

    private static boolean isLeftOut(SyntaxNode function) {
        return function.is("compact_constructor_declaration")
                || function.is("arrow_function")
                        && function.parent()
                                .filter(each -> each.is("arrow_function"))
                                .isPresent()
                || function.is("getter")
                        && function.above()
                                .anyMatch(each -> each.child("interface").isPresent());
    }

    private static Scope scope(Grammar grammar) {
        return switch (grammar) {
            case JAVASCRIPT, TYPESCRIPT, TSX, GO -> Scope.ALL;
            case PHP -> Scope.NAMED_AND_OUTERMOST;
            default -> Scope.NONE;
        };
    }
}
