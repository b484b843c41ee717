package dev.fairlead.code.rules;

import dev.fairlead.code.syntax.Call;
import dev.fairlead.code.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What names are given within their function, before they are used.
final class Given {

    private static final String[] NAMES = {"identifier", "simple_identifier", "variable_name"};
    private static final String[] ASSIGNMENTS = {
        "variable_declarator",
        "assignment",
        "assignment_expression",
        "assignment_statement",
        "augmented_assignment",
        "augmented_assignment_expression",
        "operator_assignment",
        "short_var_declaration",
        "property_declaration",
        "let_declaration",
        "var_spec"
    };
    private static final String[] TAKES = {
        "for_statement",
        "for_in_statement",
        "for_in_clause",
        "for_expression",
        "enhanced_for_statement",
        "foreach_statement",
        "range_clause",
        "as_pattern"
    };
    private static final Set<String> GROWS =
            Set.of("append", "push", "add", "extend", "insert", "unshift", "addAll", "splice", "set", "fill", "concat");

    private Given() {}

    /// Whether a node is a name that may be followed.
    static boolean isName(SyntaxNode node) {
        return node.is(NAMES);
    }

    /// What a name was last given; where something was added to what it had, the whole assignment, which joins the two.
    static Optional<SyntaxNode> last(SyntaxNode name) {
        return assignments(name).stream().reduce((earlier, later) -> later).flatMap(Given::value);
    }

    /// All that a name was given; empty where that is not known, such as of parameters.
    static List<SyntaxNode> all(SyntaxNode name) {
        String wanted = name.text();
        boolean isTaken = function(name).stream()
                        .flatMap(each -> each.children().stream())
                        .filter(each -> !each.field().equals("body"))
                        .anyMatch(each -> holds(each, wanted))
                || around(name)
                        .all(TAKES)
                        .flatMap(each -> left(each).or(() -> each.part("alias")).stream())
                        .anyMatch(each -> holds(each, wanted))
                || around(name)
                        .all(ASSIGNMENTS)
                        .flatMap(each -> left(each).stream())
                        .filter(each -> !each.isLeaf() && !each.text().equals(wanted))
                        .anyMatch(each -> holds(each, wanted));
        return isTaken
                ? List.of()
                : assignments(name).stream()
                        .map(Given::value)
                        .flatMap(Optional::stream)
                        .toList();
    }

    /// Whether a list is longer after some call than it was made.
    static boolean isGrown(SyntaxNode name) {
        String start = name.text() + ".";
        return Call.in(around(name))
                .anyMatch(each -> GROWS.contains(each.name()) && each.path().startsWith(start));
    }

    /// Whether an assignment adds to what its name had before.
    static boolean isAdding(SyntaxNode node) {
        return node.is(ASSIGNMENTS)
                && node.children().stream().anyMatch(each -> !each.isNamed() && each.is("+=", ".="));
    }

    private static List<SyntaxNode> assignments(SyntaxNode name) {
        String wanted = name.text();
        return around(name)
                .all(ASSIGNMENTS)
                .takeWhile(each -> each.index() < name.index())
                .filter(each -> !each.holds(name))
                .filter(each ->
                        target(each).filter(one -> one.text().equals(wanted)).isPresent())
                .toList();
    }

    private static Optional<SyntaxNode> function(SyntaxNode name) {
        return name.above().filter(Text::isFunction).findFirst();
    }

    private static SyntaxNode around(SyntaxNode name) {
        return function(name).orElseGet(() -> name.tree().root());
    }

    private static boolean holds(SyntaxNode node, String name) {
        return node.all(NAMES).anyMatch(each -> each.text().equals(name));
    }

    private static Optional<SyntaxNode> left(SyntaxNode assignment) {
        return assignment.part("name").or(() -> assignment.part("left")).or(() -> assignment.part("pattern"));
    }

    private static Optional<SyntaxNode> target(SyntaxNode assignment) {
        return left(assignment).map(Given::only);
    }

    private static Optional<SyntaxNode> value(SyntaxNode assignment) {
        return isAdding(assignment)
                ? Optional.of(assignment)
                : assignment.part("value").or(() -> assignment.part("right")).map(Given::only);
    }

    private static SyntaxNode only(SyntaxNode node) {
        return node.is("expression_list") && !node.parts().isEmpty()
                ? node.parts().getFirst()
                : node;
    }
}
