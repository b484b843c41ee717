package dev.fairlead.code.metrics;

import dev.fairlead.code.syntax.Grammar;
import dev.fairlead.code.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// How Lizard calls functions.
final class LizardNames {

    private static final String ANONYMOUS = "(anonymous)";

    private LizardNames() {}

    static String of(Function function, Grammar grammar) {
        return switch (grammar) {
            case GO -> function.node().is("func_literal") ? "" : function.name();
            case JAVA, CPP, C_SHARP, PHP, C -> typed(function);
            case PYTHON -> nested(function, "function_definition");
            case RUBY ->
                function.node()
                        .part("object")
                        .map(each -> each.text() + "." + function.name())
                        .orElse(function.name());
            case JAVASCRIPT, TYPESCRIPT, TSX -> scripted(function);
            default -> function.name();
        };
    }

    /// With the types around it, as far as the next function.
    private static String typed(Function function) {
        List<String> names = new ArrayList<>(List.of(operator(function.name())));
        Iterator<SyntaxNode> above = function.node().above().iterator();
        while (above.hasNext()) {
            SyntaxNode each = above.next();
            if (each.is("method_declaration", "constructor_declaration", "function_definition")) {
                break;
            }
            if (each.is("object_creation_expression")) {
                names.addFirst(ANONYMOUS);
                break;
            }
            if (each.is(
                    "class_declaration",
                    "class_specifier",
                    "struct_specifier",
                    "namespace_definition",
                    "interface_declaration",
                    "trait_declaration",
                    "struct_declaration",
                    "record_declaration",
                    "enum_declaration",
                    "union_specifier")) {
                Names.of(each).ifPresent(name -> names.addFirst(plain(name)));
            }
        }
        return String.join("::", names);
    }

    /// Without what a template is specialised for.
    private static String plain(String type) {
        int bracket = type.indexOf('<');
        return bracket < 0 ? type : type.substring(0, bracket);
    }

    /// Signs of an operator are told one by one.
    private static String operator(String name) {
        int at = name.lastIndexOf("operator");
        if (at < 0 || at + 8 == name.length()) {
            return name;
        }
        String sign = name.substring(at + 8).strip();
        boolean isDoubled = sign.equals("()") || sign.equals("<<") || sign.equals(">>") || sign.equals("[]");
        return isDoubled ? name.substring(0, at + 8) + " " + sign.charAt(0) + " " + sign.charAt(1) : name;
    }

    private static String nested(Function function, String kind) {
        List<String> names = new ArrayList<>(List.of(function.name()));
        function.node()
                .above()
                .filter(each -> each.is(kind))
                .forEach(each -> Names.of(each).ifPresent(names::addFirst));
        return String.join(".", names);
    }

    private static String scripted(Function function) {
        SyntaxNode node = function.node();
        String name = function.name();
        if (node.child("get").filter(each -> !each.isNamed()).isPresent()) {
            return "get " + name;
        }
        if (node.child("set").filter(each -> !each.isNamed()).isPresent()) {
            return "set " + name;
        }
        return name.startsWith("[") ? computed(name) : name;
    }

    /// The words of a name that is computed.
    private static String computed(String name) {
        StringBuilder word = new StringBuilder();
        name.chars().filter(Character::isJavaIdentifierPart).forEach(word::appendCodePoint);
        return word.toString();
    }
}
