package dev.fairlead.code.metrics;

import dev.fairlead.code.syntax.SyntaxNode;
import dev.fairlead.code.syntax.SyntaxTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Finds the functions of a tree, in the order of the text.
///
/// A function without a name counts as one where it is given a name at once, as in `const f = () => …`, or where no
/// other function is around it; else it is a part of the one that it stands in.
final class Functions {

    private final SyntaxTree tree;
    private final Vocabulary words;
    private final List<Function> found = new ArrayList<>();

    private final Scope scope;

    private Functions(SyntaxTree tree, Vocabulary words, Scope scope) {
        this.scope = scope;
        this.tree = tree;
        this.words = words;
    }

    /// A type or function that is being looked into.
    private record Open(String name, boolean isFunction, int end) {}

    static List<Function> of(SyntaxTree tree, Vocabulary words, Scope scope) {
        Functions functions = new Functions(tree, words, scope);
        functions.walk();
        return functions.found;
    }

    private void walk() {
        Deque<Open> open = new ArrayDeque<>();
        for (int i = 0; i < tree.size(); i++) {
            while (!open.isEmpty() && i >= open.getLast().end()) {
                open.removeLast();
            }
            SyntaxNode node = tree.node(i);
            Optional<Construct> what = words.of(node);
            if (what.isPresent()) {
                enter(node, what.get(), open);
            }
        }
    }

    private void enter(SyntaxNode node, Construct what, Deque<Open> open) {
        if (what == Construct.TYPE) {
            Names.of(node).ifPresent(name -> open.addLast(new Open(name, false, node.end())));
        } else if (what == Construct.FUNCTION && hasBody(node)) {
            add(node, Names.of(node).orElse(Function.ANONYMOUS), open);
        } else if (what == Construct.LAMBDA) {
            Optional<String> given =
                    Names.given(node).or(() -> node.is("function_expression") ? Names.of(node) : Optional.empty());
            boolean isOutermost = open.stream().noneMatch(Open::isFunction);
            boolean isTold = switch (scope) {
                case NAMED_OR_OUTERMOST -> given.isPresent() || isOutermost;
                case NAMED_AND_OUTERMOST -> given.isPresent() && isOutermost;
                case ALL -> true;
                case NONE -> false;
            };
            if (isTold) {
                add(node, given.orElse(Function.ANONYMOUS), open);
            }
        }
    }

    private void add(SyntaxNode node, String name, Deque<Open> open) {
        List<String> owners = new ArrayList<>();
        receiver(node).ifPresent(owners::add);
        open.forEach(each -> owners.add(each.name()));
        found.add(new Function(node, name, owners, Parameters.count(node, words)));
        open.addLast(new Open(name, true, node.end()));
    }

    /// What only says that there is such a function has nothing to count.
    private static boolean hasBody(SyntaxNode node) {
        return node.part("body").isPresent()
                || node.child(
                                "function_body",
                                "block",
                                "statements",
                                "control_structure_body",
                                "constructor_body",
                                "try_statement",
                                "compound_statement",
                                "field_initializer_list")
                        .isPresent()
                || node.is("method", "singleton_method");
    }

    /// The type whose method a function in Go is.
    private static Optional<String> receiver(SyntaxNode node) {
        return node.part("receiver")
                .flatMap(each -> each.all("type_identifier").findFirst())
                .map(SyntaxNode::text);
    }
}
