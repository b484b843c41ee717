package dev.fairlead.code.metrics;

import dev.fairlead.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// How a tool writes the name of a function.
enum Naming {
    /// The function's own name.
    PLAIN,
    /// With the names of what it stands in: `Outer.Inner.name`.
    DOTTED,
    /// As Lizard does: `Type::name` with the nearest type only.
    COLONS,
    /// As PMD does: `Outer$Inner#name(int, String)`.
    SIGNATURE;

    String of(Function function) {
        return switch (this) {
            case PLAIN -> function.name();
            case DOTTED -> function.path(".");
            case COLONS -> function.path("::");
            case SIGNATURE -> types(function) + "#" + function.name() + "(" + parameters(function.node()) + ")";
        };
    }

    /// The types around a method; one without a name has a number, counted within the type around it.
    private static String types(Function function) {
        List<String> names = new ArrayList<>();
        function.node().above().forEach(each -> {
            if (each.is("class_declaration", "interface_declaration", "enum_declaration", "record_declaration")) {
                names.addFirst(Names.of(each).orElse(""));
            } else if (each.is("object_creation_expression")) {
                names.addFirst(Integer.toString(numberOf(each)));
            }
        });
        return String.join("$", names);
    }

    private static int numberOf(SyntaxNode creation) {
        Optional<SyntaxNode> type = creation.within("class_declaration", "enum_declaration", "record_declaration");
        return type.map(each -> (int) each.all("object_creation_expression")
                        .filter(other -> other.index() <= creation.index()
                                && other.child("class_body").isPresent())
                        .count())
                .orElse(1);
    }

    private static String parameters(SyntaxNode method) {
        return method.part("parameters").map(SyntaxNode::parts).orElse(List.of()).stream()
                .filter(each -> each.is("formal_parameter", "spread_parameter"))
                .map(Naming::type)
                .collect(Collectors.joining(", "));
    }

    private static String type(SyntaxNode parameter) {
        String type = parameter.part("type").map(SyntaxNode::text).orElse("");
        return type + parameter.part("dimensions").map(SyntaxNode::text).orElse("");
    }
}
