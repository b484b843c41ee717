package dev.fairlead.code.rules;

import dev.fairlead.code.syntax.Call;
import dev.fairlead.code.syntax.SyntaxNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Tells texts that stand in the code from texts that are put together while it runs.
final class Text {

    private static final Set<String> LITERALS = Set.of(
            "string",
            "string_literal",
            "interpreted_string_literal",
            "raw_string_literal",
            "template_string",
            "encapsed_string",
            "line_string_literal",
            "verbatim_string_literal",
            "interpolated_string_expression",
            "character_literal",
            "concatenated_string");
    private static final String[] HOLES = {
        "template_substitution", "interpolation", "interpolated_expression", "interpolated_identifier"
    };
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Set<String> FORMATS =
            Set.of("format", "Sprintf", "formatted", "sprintf", "concat", "Format", "format!");
    private static final String HOLE = "\u0001";
    private static final Pattern PLACEHOLDER = Pattern.compile("%[sdvq]|\\{\\w{0,20}}");
    private static final int FARTHEST = 4;
    /// As in `rb"…"`.
    private static final int MOST_MARKS = 2;

    private Text() {}

    /// Whether a node is a text that stands in the code, without holes.
    static boolean isLiteral(SyntaxNode node) {
        return LITERALS.contains(node.kind()) && node.all(HOLES).findAny().isEmpty();
    }

    /// Whether a node is the same each time: a text, a number, a name in capitals, or such put together.
    static boolean isConstant(SyntaxNode node) {
        if (isLiteral(node) || CONSTANT.matcher(node.text()).matches()) {
            return true;
        }
        if (LITERALS.contains(node.kind())) {
            return node.all(HOLES).flatMap(each -> each.parts().stream()).allMatch(Text::isConstant);
        }
        return node.kind().contains("integer")
                || node.is("number", "int_literal", "float")
                || isJoin(node) && node.parts().stream().allMatch(Text::isConstant)
                || node.is("parenthesized_expression") && node.parts().stream().allMatch(Text::isConstant);
    }

    /// Whether a node puts a text together out of what stands in the code and what does not.
    static boolean isBuilt(SyntaxNode node) {
        return isBuilt(node, FARTHEST);
    }

    private static boolean isBuilt(SyntaxNode node, int farthest) {
        if (isConstant(node) || farthest == 0) {
            return false;
        }
        if (node.is("identifier", "simple_identifier", "variable_name")) {
            return value(node).filter(each -> isBuilt(each, farthest - 1)).isPresent();
        }
        if (LITERALS.contains(node.kind())) {
            return true; // with holes that are no constants
        }
        return isJoin(node) && holdsText(node)
                || isFormat(node)
                || node.is("parenthesized_expression")
                        && node.parts().stream().anyMatch(each -> isBuilt(each, farthest - 1));
    }

    private static boolean isJoin(SyntaxNode node) {
        return node.is("binary_expression", "binary_operator", "additive_expression", "binary")
                && node.children().stream().anyMatch(each -> !each.isNamed() && each.is("+", ".", "%"));
    }

    private static boolean holdsText(SyntaxNode join) {
        return join.parts().stream()
                .anyMatch(each -> LITERALS.contains(each.kind()) || isJoin(each) && holdsText(each));
    }

    private static boolean isFormat(SyntaxNode node) {
        return Call.of(node)
                .filter(each -> FORMATS.contains(each.name()))
                .filter(each -> each.arguments().stream().anyMatch(argument -> !isConstant(argument)))
                .filter(each -> each.node().all().anyMatch(inner -> LITERALS.contains(inner.kind())))
                .isPresent();
    }

    /// All that stands in the code of a text that is put together.
    static String literal(SyntaxNode node) {
        SyntaxNode meant = node.is("identifier", "simple_identifier", "variable_name")
                ? value(node).orElse(node)
                : node;
        return meant.all()
                .filter(each -> LITERALS.contains(each.kind()))
                .map(each -> unquoted(each.text()))
                .collect(Collectors.joining(" "));
    }

    /// A text that is put together, with `\u0001` for each part that is not the same each time.
    static String shape(SyntaxNode node) {
        if (node.is("identifier", "simple_identifier", "variable_name")) {
            return value(node).map(Text::shape).orElse(HOLE);
        }
        if (LITERALS.contains(node.kind())) {
            StringBuilder shape = new StringBuilder(unquoted(node.text()));
            node.all(HOLES).forEach(each -> {
                int at = shape.indexOf(each.text());
                if (at >= 0 && each.parts().stream().noneMatch(Text::isConstant)) {
                    shape.replace(at, at + each.length(), HOLE);
                }
            });
            return PLACEHOLDER.matcher(shape).replaceAll(HOLE);
        }
        if (isConstant(node)) {
            return "x";
        }
        return isJoin(node) || node.is("parenthesized_expression")
                ? node.parts().stream().map(Text::shape).collect(Collectors.joining())
                : isFormat(node)
                        ? node.all()
                                .filter(each -> LITERALS.contains(each.kind()))
                                .findFirst()
                                .map(Text::shape)
                                .orElse(HOLE)
                        : HOLE;
    }

    /// A literal's text without what marks its ends: quotes, and letters before them.
    static String unquoted(String literal) {
        int from = 0;
        while (from < MOST_MARKS && from < literal.length() && Character.isLetter(literal.charAt(from))) {
            from++;
        }
        from = from < literal.length() && isQuote(literal.charAt(from)) ? from : 0;
        int to = literal.length();
        while (from < to && isQuote(literal.charAt(from))) {
            from++;
        }
        while (to > from && isQuote(literal.charAt(to - 1))) {
            to--;
        }
        return literal.substring(from, to);
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '`';
    }

    /// What a name was last given before it is used, within its function.
    static Optional<SyntaxNode> value(SyntaxNode name) {
        String wanted = name.text();
        Optional<SyntaxNode> function = name.above().filter(Text::isFunction).findFirst();
        SyntaxNode around = function.orElseGet(() -> name.tree().root());
        return around.all(
                        "variable_declarator",
                        "assignment",
                        "assignment_expression",
                        "short_var_declaration",
                        "property_declaration",
                        "let_declaration",
                        "var_spec")
                .takeWhile(each -> each.index() < name.index())
                .filter(each -> !each.holds(name))
                .filter(each ->
                        target(each).filter(one -> one.text().equals(wanted)).isPresent())
                .reduce((earlier, later) -> later)
                .flatMap(Text::given);
    }

    static boolean isFunction(SyntaxNode node) {
        return node.is(
                "function_definition",
                "function_declaration",
                "method_declaration",
                "method_definition",
                "arrow_function",
                "function_expression",
                "func_literal",
                "function_item",
                "method",
                "constructor_declaration",
                "lambda_expression",
                "lambda");
    }

    private static Optional<SyntaxNode> target(SyntaxNode assignment) {
        return assignment
                .part("name")
                .or(() -> assignment.part("left"))
                .or(() -> assignment.part("pattern"))
                .map(each -> each.is("expression_list") && !each.parts().isEmpty()
                        ? each.parts().getFirst()
                        : each);
    }

    private static Optional<SyntaxNode> given(SyntaxNode assignment) {
        return assignment
                .part("value")
                .or(() -> assignment.part("right"))
                .map(each -> each.is("expression_list") && !each.parts().isEmpty()
                        ? each.parts().getFirst()
                        : each);
    }
}
