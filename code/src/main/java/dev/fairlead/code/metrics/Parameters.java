package dev.fairlead.code.metrics;

import dev.fairlead.code.syntax.SyntaxNode;
import java.util.Optional;

/// Counts what a function takes.
final class Parameters {

    private Parameters() {}

    static int count(SyntaxNode function, Vocabulary words) {
        Optional<SyntaxNode> list = list(function);
        if (list.isEmpty()) {
            return function.part("parameter").isPresent() ? 1 : 0; // `x => …`
        }
        return (int) list.get().children().stream()
                .filter(each -> each.isNamed() && words.parameters().contains(each.kind()))
                .filter(each -> !isVoid(each))
                .mapToLong(Parameters::names)
                .sum();
    }

    private static Optional<SyntaxNode> list(SyntaxNode function) {
        Optional<SyntaxNode> direct = function.part("parameters")
                .or(() -> function.child("function_value_parameters", "lambda_parameters", "formal_parameters"));
        return direct.isPresent()
                ? direct
                : function.part("declarator")
                        .flatMap(each -> each.all("function_declarator").findFirst())
                        .flatMap(each -> each.part("parameters"));
    }

    /// `a, b int` is one declaration of two parameters.
    private static long names(SyntaxNode parameter) {
        return parameter.is("parameter_declaration")
                ? Math.max(
                        1,
                        parameter.children().stream()
                                .filter(each -> each.field().equals("name"))
                                .count())
                : 1;
    }

    private static boolean isVoid(SyntaxNode parameter) {
        return parameter.text().equals("void");
    }
}
