package dev.fairlead.code.metrics;

import dev.fairlead.code.syntax.SyntaxNode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Counts the ways through a piece of code: one, and one more for each place where it divides (McCabe, 1976).
///
/// @param divides the constructs at which it does; of [Construct#LOGIC] each operator counts, and of [Construct#CASE]
///     every one but the default
/// @param elseOfLoops whether the `else` of a loop or a `try` counts
/// @param cases how cases are counted
record Cyclomatic(Set<Construct> divides, boolean elseOfLoops, Cases cases) {

    /// How the cases of a choice are counted; the default never is.
    enum Cases {
        EACH_CASE,
        /// `case 1, 2` counts two.
        EACH_LABEL,
        /// A case without statements of its own belongs to the next.
        EACH_WITH_STATEMENTS
    }

    /// As it is mostly taught, with operators between conditions.
    static final Cyclomatic USUAL = new Cyclomatic(
            EnumSet.of(
                    Construct.IF,
                    Construct.ELIF,
                    Construct.LOOP,
                    Construct.CASE,
                    Construct.CATCH,
                    Construct.TERNARY,
                    Construct.LOGIC,
                    Construct.COMPREHENSION,
                    Construct.FILTER),
            false,
            Cases.EACH_CASE);

    /// The count of a node and all within it but what is left out.
    ///
    /// @param leftOut numbers of nodes within it that are counted elsewhere
    int of(SyntaxNode node, Vocabulary words, Set<Integer> leftOut) {
        int count = 1;
        int i = node.index() + 1;
        while (i < node.end()) {
            SyntaxNode each = node.tree().node(i);
            if (leftOut.contains(i)) {
                i = each.end();
                continue;
            }
            count += words.of(each).map(what -> weight(each, what, words)).orElse(0);
            i++;
        }
        return count;
    }

    private int weight(SyntaxNode node, Construct what, Vocabulary words) {
        if (what == Construct.ELSE) {
            return elseOfLoops && isOfLoop(node, words) ? 1 : 0;
        }
        if (!divides.contains(what)) {
            return 0;
        }
        return switch (what) {
            case LOGIC -> operators(node, words);
            case ASSERT -> 2;
            case CASE ->
                isDefault(node) ? 0 : cases == Cases.EACH_LABEL ? labels(node) : isFallingThrough(node) ? 0 : 1;
            default -> 1;
        };
    }

    private static int operators(SyntaxNode node, Vocabulary words) {
        Optional<String> own = words.operator(node);
        return own.isEmpty()
                ? 0
                : (int) node.children().stream()
                        .filter(each -> !each.isNamed() && words.operators().contains(each.kind()))
                        .count();
    }

    private static boolean isOfLoop(SyntaxNode clause, Vocabulary words) {
        return clause.parent()
                .filter(each -> words.is(each, Construct.LOOP) || each.is("try_statement"))
                .isPresent();
    }

    private static int labels(SyntaxNode node) {
        return Math.max(1, node.parts().size());
    }

    private boolean isFallingThrough(SyntaxNode label) {
        return cases == Cases.EACH_WITH_STATEMENTS
                && label.parent()
                        .filter(each -> each.is("switch_block_statement_group"))
                        .filter(each -> !each.parts().getLast().is("switch_label"))
                        .flatMap(each -> each.parts().stream()
                                .filter(part -> part.is("switch_label"))
                                .reduce((one, other) -> other))
                        .filter(label::equals)
                        .isEmpty()
                && label.parent()
                        .filter(each -> each.is("switch_block_statement_group"))
                        .isPresent();
    }

    /// Whether a case is what is taken where no other is.
    static boolean isDefault(SyntaxNode node) {
        SyntaxNode first = node.children().isEmpty() ? node : node.children().getFirst();
        return first.is("default", "else", "discard")
                || node.is("default_case", "switch_default", "default_statement", "match_default_expression")
                || node.is("case_clause")
                        && node.child("case_pattern")
                                .filter(Cyclomatic::isAnything)
                                .isPresent()
                || node.is("match_arm")
                        && node.part("pattern").filter(Cyclomatic::isAnything).isPresent()
                || node.is("case_item")
                        && node.part("value")
                                .filter(each -> each.text().equals("*"))
                                .isPresent();
    }

    private static boolean isAnything(SyntaxNode pattern) {
        return pattern.text().equals("_");
    }
}
