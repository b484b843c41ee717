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
import java.util.stream.Stream;

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
        List<Function> functions = new ArrayList<>(Functions.of(tree, words, scope(grammar)));
        if (grammar == Grammar.RUBY) {
            examples(tree).forEach(functions::add);
        }
        Set<Integer> starts =
                functions.stream().map(each -> each.node().index()).collect(Collectors.toSet());
        if (Waivers.isGenerated(tree.root())) {
            return List.of();
        }
        if (isUnsound(tree, grammar, functions)) {
            return LizardWords.of(tree);
        }
        CodeLines lines = new CodeLines(tree);
        List<FunctionMetrics> found = new ArrayList<>();
        functions.stream()
                .filter(each -> !isLeftOut(each.node()) && !Waivers.ofLizard(each.node()))
                .sorted(Comparator.comparingInt(each -> each.node().end()))
                .forEach(each -> found.add(measured(each, grammar, words, starts, lines)));
        return found;
    }

    /// Whether the parser met an error, or took something for a function that has no name.
    private static boolean isUnsound(SyntaxTree tree, Grammar grammar, List<Function> functions) {
        return (grammar == Grammar.CPP || grammar == Grammar.C)
                && (tree.root().all("ERROR").findAny().isPresent()
                        || functions.stream().anyMatch(each -> each.name().equals(Function.ANONYMOUS)));
    }

    /// Examples of RSpec: each `it` with a block, called by what it says.
    private static Stream<Function> examples(SyntaxTree tree) {
        return tree.root()
                .all("call")
                .filter(each -> each.part("method")
                                .filter(method -> method.text().equals("it"))
                                .isPresent()
                        && each.part("block").isPresent())
                .map(each -> new Function(
                        each,
                        each.part("arguments")
                                .flatMap(given -> given.parts().stream().findFirst())
                                .map(SyntaxNode::text)
                                .orElse("it"),
                        List.of(),
                        0));
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
                || function.is("method") && isInBookComment(function)
                || function.is("arrow_function")
                        && function.parent()
                                .filter(each -> each.is("arrow_function"))
                                .isPresent()
                || function.is("getter")
                        && function.above()
                                .anyMatch(each -> each.child("interface").isPresent());
    }

    /// Between `=begin` and `=end`, where Ruby sees a comment and its parser not always does.
    private static boolean isInBookComment(SyntaxNode function) {
        for (int line = function.line() - 1; line > 0; line--) {
            String text = function.tree().lineText(line);
            if (text.startsWith("=end")) {
                return false;
            }
            if (text.startsWith("=begin")) {
                return true;
            }
        }
        return false;
    }

    private static Scope scope(Grammar grammar) {
        return switch (grammar) {
            case JAVASCRIPT, TYPESCRIPT, TSX, GO -> Scope.ALL;
            case PHP -> Scope.NAMED_AND_OUTERMOST;
            default -> Scope.NONE;
        };
    }
}
