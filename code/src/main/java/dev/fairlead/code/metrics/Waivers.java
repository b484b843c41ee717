package dev.fairlead.code.metrics;

import dev.fairlead.code.syntax.SyntaxNode;
import java.util.List;
import java.util.Locale;

/// Comments by which people ask a tool to leave a function out.
final class Waivers {

    private Waivers() {}

    /// Whether a comment within a function, or right before it, asks Lizard to.
    static boolean ofLizard(SyntaxNode function) {
        return function.all().filter(SyntaxNode::isComment).anyMatch(Waivers::forgives)
                || before(function).stream().anyMatch(Waivers::forgives);
    }

    /// Wholly, that is; it may also name what is forgiven.
    private static boolean forgives(SyntaxNode comment) {
        String text = comment.text().replace(" ", "").toLowerCase(Locale.ROOT);
        return text.contains("#lizardforgive") && !text.contains("forgives(") && !text.contains("forgive(");
    }

    /// Whether a file says that it was made by a program.
    static boolean isGenerated(SyntaxNode root) {
        return root.children().stream()
                .takeWhile(SyntaxNode::isComment)
                .anyMatch(each -> each.text().contains("GENERATED CODE"));
    }

    /// Whether a comment in the head of a function asks complexipy to.
    static boolean ofComplexipy(SyntaxNode function) {
        SyntaxNode whole = function.parent()
                .filter(each -> each.is("decorated_definition"))
                .orElse(function);
        int last = function.part("body").map(SyntaxNode::line).orElse(function.endLine());
        int first = whole.line();
        return function.tree()
                .root()
                .all("comment")
                .filter(each -> each.line() >= first && each.line() < Math.max(last, function.line() + 1))
                .map(each -> each.text().toLowerCase(Locale.ROOT))
                .anyMatch(each -> each.contains("complexipy: ignore") || each.contains("noqa: complexipy"));
    }

    private static List<SyntaxNode> before(SyntaxNode function) {
        return function.parent().map(SyntaxNode::children).orElse(List.of()).stream()
                .filter(each -> each.isComment() && each.end() == function.index())
                .toList();
    }
}
