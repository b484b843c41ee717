package dev.fairlead.code.rules;

import dev.fairlead.code.Analyzer;
import dev.fairlead.code.AnalyzerCard;
import dev.fairlead.code.Dimension;
import dev.fairlead.code.Remark;
import dev.fairlead.code.SourceText;
import dev.fairlead.code.syntax.Call;
import dev.fairlead.code.syntax.SyntaxNode;
import dev.fairlead.core.detect.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Flags errors that vanish without a trace.
final class SwallowedError implements Analyzer {

    private static final AnalyzerCard CARD = new AnalyzerCard(
            "swallowed-error",
            Dimension.RELIABILITY,
            Severity.MEDIUM,
            390,
            "a handler for any error does nothing with it, or the error of a call is thrown away",
            "handlers for one kind of error only; handlers that return something, or say in a comment why nothing is"
                    + " to be done",
            "handle the error, tell somebody of it, or let it pass on");

    private static final Set<String> BROAD = Set.of(
            "Exception",
            "BaseException",
            "Throwable",
            "RuntimeException",
            "Error",
            "StandardError",
            "System.Exception",
            "\\Exception",
            "\\Throwable",
            "...");
    private static final Set<String> NOTHING = Set.of("pass_statement", "continue_statement", "empty_statement");
    private static final Pattern WORD = Pattern.compile("[a-zA-Z]+");
    /// The fewest words that can be a reason.
    private static final int REASON = 4;
    private static final Pattern FALLIBLE =
            Pattern.compile("^(os|io|ioutil|json|xml|strconv|http|url|sql|db|csv|gob|hex|base64|exec)\\.");

    @Override
    public AnalyzerCard card() {
        return CARD;
    }

    @Override
    public List<Remark> analyze(SourceText source) {
        SyntaxNode root = source.tree().root();
        List<SyntaxNode> places = new ArrayList<>();
        root.all("except_clause", "catch_clause", "rescue", "catch_block")
                .filter(SwallowedError::isSilent)
                .forEach(places::add);
        source.calls().stream()
                .filter(SwallowedError::isSilentPromise)
                .map(Call::node)
                .forEach(places::add);
        root.all("if_statement").filter(SwallowedError::isEmptyCheck).forEach(places::add);
        root.all("short_var_declaration", "assignment_statement")
                .filter(SwallowedError::isDropped)
                .forEach(places::add);
        return places.stream()
                .map(each -> Place.remark(CARD, source, each, "lets an error vanish: `%s`"))
                .toList();
    }

    private static boolean isSilent(SyntaxNode handler) {
        return isBroad(handler) && doesNothing(handler) && !saysWhy(handler);
    }

    /// Whether a comment of some words stands where nothing is done.
    private static boolean saysWhy(SyntaxNode handler) {
        return handler.all()
                .filter(SyntaxNode::isComment)
                .anyMatch(each -> WORD.matcher(each.text()).results().count() >= REASON);
    }

    private static boolean isBroad(SyntaxNode handler) {
        if (handler.is("except_clause")) {
            List<SyntaxNode> parts = handler.parts();
            return parts.size() == 1 || BROAD.contains(typeOf(parts.getFirst()));
        }
        Optional<SyntaxNode> declared = handler.child(
                        "catch_formal_parameter", "catch_declaration", "exceptions", "type_list", "parameter_list")
                .or(() -> handler.part("type"));
        return declared.map(each ->
                        each.all("catch_type", "type_identifier", "identifier", "constant", "name", "named_type", "...")
                                        .map(SyntaxNode::text)
                                        .anyMatch(BROAD::contains)
                                || each.text().equals("(...)"))
                .orElse(true);
    }

    private static String typeOf(SyntaxNode value) {
        return value.is("as_pattern") && !value.parts().isEmpty()
                ? value.parts().getFirst().text()
                : value.text();
    }

    private static boolean doesNothing(SyntaxNode handler) {
        Optional<SyntaxNode> body = handler.part("body")
                .or(() -> handler.child("block", "statement_block", "compound_statement", "statements", "then"));
        return body.map(each -> each.parts().stream().allMatch(part -> NOTHING.contains(part.kind())))
                .orElse(handler.is("rescue", "catch_block"));
    }

    /// `.catch(() => {})`.
    private static boolean isSilentPromise(Call call) {
        return call.name().equals("catch")
                && call.argument(0)
                        .filter(each -> each.is("arrow_function", "function_expression"))
                        .flatMap(each -> each.part("body"))
                        .filter(each ->
                                each.is("statement_block") && each.parts().isEmpty())
                        .isPresent();
    }

    /// `if err != nil {}` in Go.
    private static boolean isEmptyCheck(SyntaxNode condition) {
        return condition
                        .part("condition")
                        .filter(each -> each.text().equals("err != nil"))
                        .isPresent()
                && condition
                        .part("consequence")
                        .filter(each -> each.parts().isEmpty())
                        .isPresent();
    }

    /// `value, _ := os.ReadFile(…)` in Go, of a package whose functions hand back errors.
    private static boolean isDropped(SyntaxNode assignment) {
        Optional<SyntaxNode> left = assignment.part("left").filter(each -> each.is("expression_list"));
        Optional<SyntaxNode> right = assignment
                .part("right")
                .filter(each -> each.is("expression_list") && each.parts().size() == 1);
        return left.filter(each -> each.parts().size() > 1
                                && each.parts().getLast().text().equals("_"))
                        .isPresent()
                && right.flatMap(each -> Call.of(each.parts().getFirst()))
                        .filter(each -> FALLIBLE.matcher(each.path()).find())
                        .isPresent();
    }
}
