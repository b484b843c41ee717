package dev.fairlead.code.metrics;

import dev.fairlead.code.syntax.SyntaxNode;
import java.util.Optional;

/// Tells what functions and types are called.
final class Names {

    private Names() {}

    /// The name of a function or type; empty where it has none of its own.
    static Optional<String> of(SyntaxNode node) {
        return switch (node.kind()) {
            case "secondary_constructor" -> Optional.of("constructor");
            case "getter" -> Optional.of("get");
            case "setter" -> Optional.of("set");
            case "companion_object" -> Optional.of("Companion");
            case "destructor_declaration" -> name(node).map(each -> "~" + each);
            case "operator_declaration" -> node.part("operator").map(each -> "operator " + each.text());
            case "conversion_operator_declaration" -> node.part("type").map(each -> "operator " + each.text());
            case "impl_item" -> node.part("type").map(Names::bare);
            default -> declared(node).or(() -> name(node));
        };
    }

    private static Optional<String> name(SyntaxNode node) {
        return node.part("name")
                .or(() -> node.child("simple_identifier", "type_identifier", "word"))
                .map(each -> oneLine(each.text()));
    }

    /// C and C++ wrap the name in what is declared of it: pointers, references, parameters.
    private static Optional<String> declared(SyntaxNode node) {
        Optional<SyntaxNode> inner = node.part("declarator");
        if (inner.filter(each -> each.is("operator_cast")).isPresent()) {
            String text = inner.get().text();
            return Optional.of(
                    oneLine(text.substring(0, Math.max(0, text.indexOf('(')))).replaceFirst("(\\w)([&*]+)$", "$1 $2"));
        }
        while (inner.isPresent() && !inner.get().is("function_declarator")) {
            Optional<SyntaxNode> next = inner.get().part("declarator");
            inner = next.isPresent() ? next : inner.get().child("function_declarator", "reference_declarator");
        }
        return inner.flatMap(each -> each.part("declarator")).map(each -> oneLine(each.text()));
    }

    /// The name that a function without one gets from where it stands: the variable, the key or the field.
    static Optional<String> given(SyntaxNode lambda) {
        Optional<SyntaxNode> above = lambda.parent();
        while (above.isPresent()
                && (above.get().is("parenthesized_expression", "as_expression", "expression_list")
                        || isCalledAtOnce(above.get(), lambda))) {
            above = above.get().parent();
        }
        return above.flatMap(each -> switch (each.kind()) {
                    case "variable_declarator",
                            "public_field_definition",
                            "field_definition",
                            "let_declaration",
                            "init_declarator" ->
                        each.part("name")
                                .or(() -> each.part("property"))
                                .or(() -> each.part("pattern"))
                                .or(() -> each.part("declarator"))
                                .map(SyntaxNode::text);
                    case "pair" -> each.part("key").map(SyntaxNode::text);
                    case "assignment_expression", "assignment", "short_var_declaration", "var_spec" ->
                        each.part("left")
                                .or(() -> each.part("name"))
                                .filter(left -> left.is(
                                        "identifier",
                                        "member_expression",
                                        "variable_name",
                                        "expression_list",
                                        "attribute"))
                                .map(SyntaxNode::text);
                    case "property_declaration" ->
                        each.child("variable_declaration").map(SyntaxNode::text);
                    default -> Optional.empty();
                })
                .map(Names::oneLine);
    }

    private static boolean isCalledAtOnce(SyntaxNode call, SyntaxNode lambda) {
        return call.is("call_expression")
                && call.part("function").filter(each -> each.holds(lambda)).isPresent();
    }

    /// A type's name without what it is parameterised by.
    private static String bare(SyntaxNode type) {
        return type.part("type").map(SyntaxNode::text).orElseGet(type::text);
    }

    private static String oneLine(String text) {
        return String.join(" ", text.strip().lines().map(String::strip).toList());
    }
}
