package dev.fairlead.code.rules;

import dev.fairlead.code.Analyzer;
import dev.fairlead.code.AnalyzerCard;
import dev.fairlead.code.Dimension;
import dev.fairlead.code.Remark;
import dev.fairlead.code.SourceText;
import dev.fairlead.code.syntax.SyntaxNode;
import dev.fairlead.core.detect.Severity;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Flags functions that only pretend to do what their names say.
final class Stub implements Analyzer {

    private static final AnalyzerCard CARD = new AnalyzerCard(
            "stub",
            Dimension.RELIABILITY,
            Severity.MEDIUM,
            684,
            "a function does nothing but hand back a fixed value beside a note that it is to be written, or fail"
                    + " because it is not written",
            "fixed values without a note, which may be meant; functions that are to be overridden",
            "write the function, or take it out until it is needed");

    private static final Pattern NOTE =
            Pattern.compile("(?i)\\b(to-?do|fix-?me|placeholder|stub|not (yet )?implemented|unimplemented|implement|for"
                    + " now|dummy|mocked|simplified|in a real)\\b");
    private static final Pattern UNWRITTEN =
            Pattern.compile("(?i)not (yet )?(been )?implemented|unimplemented|implement me|to be"
                    + " implemented|\\btodo\\b|NotImplementedException");
    private static final Pattern FIXED = Pattern.compile(
            "(?s)(return\\s*)?(true|false|none|null|nil|undefined|-?\\d[\\d._]{0,10}|\"[^\"]{0,60}\"|'[^']{0,60}'|\\[\\s*]|\\{\\s*}|\\(\\s*\\)|Ok\\(\\(\\)\\)|nil,"
                    + " nil|)\\s*;?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FAILS =
            Pattern.compile("(?i)^(throw|raise|panic|return Promise\\.reject|to\\Bdo!|unimplemented!|to\\Bdo\\()");

    @Override
    public AnalyzerCard card() {
        return CARD;
    }

    @Override
    public List<Remark> analyze(SourceText source) {
        return source.tree()
                .root()
                .all()
                .filter(Text::isFunction)
                .filter(Stub::isStub)
                .map(each -> Place.remark(CARD, source, each, "only pretends to be written: `%s`"))
                .toList();
    }

    private static boolean isStub(SyntaxNode function) {
        Optional<SyntaxNode> body =
                function.part("body").map(each -> each.child("statement_list").orElse(each));
        if (body.isEmpty() || isToBeOverridden(function)) {
            return false;
        }
        List<SyntaxNode> statements = body.get().parts().stream()
                .filter(each -> !isDocumentation(each))
                .toList();
        if (statements.size() != 1) {
            return false;
        }
        String only = statements.getFirst().text();
        if (FAILS.matcher(only).find()) {
            return UNWRITTEN.matcher(only).find() && !only.startsWith("raise NotImplementedError");
        }
        return statements.getFirst().kind().startsWith("return")
                && FIXED.matcher(only).matches()
                && function.all()
                        .filter(SyntaxNode::isComment)
                        .anyMatch(each -> NOTE.matcher(each.text()).find());
    }

    private static boolean isDocumentation(SyntaxNode statement) {
        return statement.is("expression_statement")
                && statement.parts().size() == 1
                && statement.parts().getFirst().is("string");
    }

    private static boolean isToBeOverridden(SyntaxNode function) {
        return function.parent()
                .filter(each -> each.is("decorated_definition") && each.text().contains("abstractmethod"))
                .isPresent();
    }
}
