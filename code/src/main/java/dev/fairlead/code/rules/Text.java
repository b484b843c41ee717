package dev.fairlead.code.rules;

import dev.fairlead.code.syntax.Call;
import dev.fairlead.code.syntax.SyntaxNode;
import java.util.List;
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

    /// Whether a node is a text, with holes or without.
    static boolean isText(SyntaxNode node) {
        return LITERALS.contains(node.kind());
    }

    /// What stands in the holes of a text.
    static List<SyntaxNode> holes(SyntaxNode text) {
        return text.all(HOLES).flatMap(each -> each.parts().stream()).toList();
    }

    /// Whether a node is the same each time: a text, a number, a name in capitals, or such put together or chosen from.
    static boolean isConstant(SyntaxNode node) {
        return Fixed.is(node);
    }

    /// Whether a node puts a text together out of what stands in the code and what does not.
    static boolean isBuilt(SyntaxNode node) {
        return isBuilt(node, FARTHEST);
    }

    private static boolean isBuilt(SyntaxNode node, int farthest) {
        if (isConstant(node) || farthest == 0) {
            return false;
        }
        if (Given.isName(node)) {
            return Given.last(node).filter(each -> isBuilt(each, farthest - 1)).isPresent();
        }
        if (LITERALS.contains(node.kind())) {
            return true; // with holes that are no constants
        }
        return isJoin(node) && holdsText(node)
                || isFormat(node)
                || node.is("parenthesized_expression")
                        && node.parts().stream().anyMatch(each -> isBuilt(each, farthest - 1));
    }

    /// Whether a node puts two texts together; so does an assignment that adds to what its name had.
    static boolean isJoin(SyntaxNode node) {
        return node.is("binary_expression", "binary_operator", "additive_expression", "binary")
                        && node.children().stream().anyMatch(each -> !each.isNamed() && each.is("+", ".", "%"))
                || Given.isAdding(node);
    }

    private static boolean holdsText(SyntaxNode join) {
        return Fixed.operands(join).stream()
                .anyMatch(each -> isText(each)
                        || Given.isName(each)
                                && Given.last(each)
                                        .filter(given -> isText(given)
                                                || Fixed.operands(given).stream()
                                                        .anyMatch(Text::isText))
                                        .isPresent());
    }

    private static boolean isFormat(SyntaxNode node) {
        return Call.of(node)
                .filter(each -> FORMATS.contains(each.name()))
                .filter(each -> each.arguments().stream().anyMatch(argument -> !isConstant(argument)))
                .filter(each -> each.node().all().anyMatch(inner -> LITERALS.contains(inner.kind())))
                .isPresent();
    }

    /// A text that is put together, with `\u0001` for each part that is not the same each time.
    static String shape(SyntaxNode node) {
        return shape(node, Fixed.begin());
    }

    private static String shape(SyntaxNode node, Fixed fixed) {
        if (Given.isName(node)) {
            return (fixed.mayFollow() ? Given.last(node) : Optional.<SyntaxNode>empty())
                    .map(each -> shape(each, fixed))
                    .orElseGet(() -> fixed.isFixed(node) ? "x" : HOLE);
        }
        if (isText(node)) {
            StringBuilder shape = new StringBuilder(unquoted(node.text()));
            node.all(HOLES).forEach(each -> {
                int at = shape.indexOf(each.text());
                if (at >= 0) {
                    shape.replace(at, at + each.length(), each.parts().stream().allMatch(fixed::isFixed) ? "x" : HOLE);
                }
            });
            return PLACEHOLDER.matcher(shape).replaceAll(HOLE);
        }
        List<SyntaxNode> parts = node.is("parenthesized_expression") ? node.parts() : Fixed.operands(node);
        if (!parts.isEmpty()) {
            return parts.stream().map(each -> shape(each, fixed)).collect(Collectors.joining());
        }
        if (fixed.isFixed(node)) {
            return "x";
        }
        return isFormat(node)
                ? node.all()
                        .filter(Text::isText)
                        .findFirst()
                        .map(each -> shape(each, fixed))
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
}
