package dev.fairlead.code.rules;

import dev.fairlead.code.syntax.Call;
import dev.fairlead.code.syntax.SyntaxNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells whether a text can only be made of what stands in the code: a choice between literals, a placeholder that is
/// repeated, a name that is given nothing else within its function.
///
/// Made for one question. It follows [#MOST] names at most, and goes [#DEEPEST] levels deep; what is beyond is not
/// fixed.
final class Fixed {

    private static final int MOST = 64;
    private static final int DEEPEST = 16;
    private static final Pattern CAPITALS = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final String[] CHOICES = {"conditional_expression", "ternary_expression"};
    private static final String[] LISTS = {"list", "array", "array_initializer", "tuple"};
    private static final String[] FORMS = {"generator_expression", "list_comprehension"};
    private static final String[] SLICES = {"subscript", "slice_expression"};
    /// Methods of a text that hand back a part of it, or itself in another case.
    private static final Set<String> KEEPS = Set.of(
            "strip", "rstrip", "lstrip", "trim", "slice", "substring", "upper", "lower", "toUpperCase", "toLowerCase");
    private static final Set<String> TRIMS = Set.of("TrimSuffix", "TrimRight", "TrimPrefix", "Trim");

    private int left = MOST;

    private Fixed() {}

    /// Whether a text, a number or what is joined of such is made of what stands in the code.
    static boolean is(SyntaxNode node) {
        return new Fixed().isFixed(node);
    }

    /// Begins a question about several nodes, which share what may be followed.
    static Fixed begin() {
        return new Fixed();
    }

    /// As [#is], of one of the nodes that the question is about.
    boolean isFixed(SyntaxNode node) {
        return isFixed(node, DEEPEST);
    }

    /// Whether one name more may be followed; counts it.
    boolean mayFollow() {
        left--;
        return left >= 0;
    }

    private boolean isFixed(SyntaxNode node, int deepest) {
        if (Text.isText(node)) {
            List<SyntaxNode> holes = Text.holes(node);
            return holes.isEmpty() || deepest > 0 && areAll(holes, deepest);
        }
        if (node.kind().contains("integer") || node.is("number", "int_literal", "float")) {
            return true;
        }
        if (deepest <= 0) {
            return false;
        }
        if (Given.isName(node)) {
            return CAPITALS.matcher(node.text()).matches() || isGivenFixed(node, deepest, false);
        }
        if (CAPITALS.matcher(node.text()).matches()) {
            return true;
        }
        return areAll(operands(node), deepest)
                || node.is("parenthesized_expression") && areAll(node.parts(), deepest)
                || node.is(CHOICES) && areAll(chosen(node), deepest)
                || node.is(SLICES)
                        && operand(node)
                                .filter(each -> isFixed(each, deepest - 1))
                                .isPresent()
                || isRepeated(node, deepest)
                || Call.of(node).filter(each -> isFixed(each, deepest - 1)).isPresent();
    }

    private boolean areAll(List<SyntaxNode> nodes, int deepest) {
        return !nodes.isEmpty() && nodes.stream().allMatch(each -> isFixed(each, deepest - 1));
    }

    private boolean isGivenFixed(SyntaxNode name, int deepest, boolean isList) {
        if (!mayFollow()) {
            return false;
        }
        List<SyntaxNode> given = Given.all(name);
        return !given.isEmpty()
                && given.stream()
                        .allMatch(each -> isList ? isFixedList(each, deepest - 1) : isFixed(each, deepest - 1));
    }

    /// The parts of a join, or nothing where a node is none; written without a call of itself, since joins are long.
    static List<SyntaxNode> operands(SyntaxNode node) {
        List<SyntaxNode> operands = new ArrayList<>();
        Deque<SyntaxNode> waiting = new ArrayDeque<>(List.of(node));
        while (!waiting.isEmpty()) {
            SyntaxNode each = waiting.removeFirst();
            if (Text.isJoin(each)) {
                each.parts().reversed().forEach(waiting::addFirst);
            } else if (!each.equals(node)) {
                operands.add(each);
            }
        }
        return operands;
    }

    private static List<SyntaxNode> chosen(SyntaxNode choice) {
        List<SyntaxNode> parts = choice.parts();
        return choice.part("consequence").isEmpty() && parts.size() == 3
                ? List.of(parts.getFirst(), parts.getLast()) // Python's: one if this else another
                : choice.children().stream()
                        .filter(each -> Set.of("consequence", "alternative").contains(each.field()))
                        .toList();
    }

    private static Optional<SyntaxNode> operand(SyntaxNode node) {
        return node.part("value").or(() -> node.part("operand"));
    }

    /// Python's `"?," * n`.
    private boolean isRepeated(SyntaxNode node, int deepest) {
        return isProduct(node)
                && node.parts().stream().anyMatch(each -> Text.isText(each) && isFixed(each, deepest - 1));
    }

    private static boolean isProduct(SyntaxNode node) {
        return node.is("binary_operator") && node.children().stream().anyMatch(each -> !each.isNamed() && each.is("*"));
    }

    private boolean isFixed(Call call, int deepest) {
        Optional<SyntaxNode> on = on(call);
        if (call.name().equals("join")) {
            return isFixedJoin(call, on, deepest);
        }
        return call.name().equals("repeat")
                        && on.filter(each -> isFixed(each, deepest)).isPresent()
                || call.path().equals("strings.Repeat")
                        && call.argument(0)
                                .filter(each -> isFixed(each, deepest))
                                .isPresent()
                || call.path().startsWith("strings.") && TRIMS.contains(call.name()) && areFixed(call, deepest)
                || KEEPS.contains(call.name())
                        && on.filter(each -> isFixed(each, deepest)).isPresent()
                || call.name().equals("collect")
                        && on.filter(each -> isFixedList(each, deepest)).isPresent();
    }

    private boolean isFixedJoin(Call call, Optional<SyntaxNode> on, int deepest) {
        boolean isOnText = on.filter(each -> isFixed(each, deepest)).isPresent();
        // Python's `",".join("?" for _ in ids)` has no list of arguments of its own
        Optional<SyntaxNode> given =
                call.node().part("arguments").filter(each -> each.is(FORMS)).or(() -> call.argument(0));
        return isOnText && given.filter(each -> isFixedList(each, deepest)).isPresent()
                || on.filter(each -> isFixedList(each, deepest)).isPresent() && areFixed(call, deepest)
                || call.path().matches("(String|strings)\\.join")
                        && call.arguments().size() == 2
                        && isFixed(call.arguments().getFirst(), deepest)
                        && isFixedList(call.arguments().getLast(), deepest);
    }

    private boolean areFixed(Call call, int deepest) {
        return call.arguments().stream().allMatch(each -> isFixed(each, deepest));
    }

    /// Whether each of a list's items is fixed, however many there are.
    private boolean isFixedList(SyntaxNode node, int deepest) {
        if (deepest <= 0) {
            return false;
        }
        if (Given.isName(node)) {
            return !Given.isGrown(node) && isGivenFixed(node, deepest, true);
        }
        Optional<SyntaxNode> body = node.is(FORMS) ? node.part("body") : Optional.empty();
        return node.is(LISTS) && areAll(node.parts(), deepest)
                || body.filter(each -> isFixed(each, deepest - 1)).isPresent()
                || node.is("parenthesized_expression")
                        && node.parts().stream().allMatch(each -> isFixedList(each, deepest - 1))
                || isProduct(node) && node.parts().stream().anyMatch(each -> isFixedList(each, deepest - 1))
                || isRepeated(node, deepest)
                || Call.of(node).filter(each -> isFixedList(each, deepest - 1)).isPresent();
    }

    private boolean isFixedList(Call call, int deepest) {
        return switch (call.name()) {
            case "map" ->
                call.argument(0)
                        .flatMap(each -> each.part("body"))
                        .filter(each -> isFixed(each, deepest))
                        .isPresent();
            case "fill" -> !call.arguments().isEmpty() && areFixed(call, deepest);
            case "nCopies" ->
                call.argument(1).filter(each -> isFixed(each, deepest)).isPresent();
            default -> false;
        };
    }

    /// What a method is called on.
    private static Optional<SyntaxNode> on(Call call) {
        return call.node()
                .part("object")
                .or(() -> call.node().part("function").flatMap(each -> each.part("object")))
                .or(() -> call.node().part("receiver"));
    }
}
