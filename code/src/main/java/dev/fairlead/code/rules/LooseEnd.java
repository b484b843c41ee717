package dev.fairlead.code.rules;

import dev.fairlead.code.Analyzer;
import dev.fairlead.code.AnalyzerCard;
import dev.fairlead.code.Dimension;
import dev.fairlead.code.Remark;
import dev.fairlead.code.SourceText;
import dev.fairlead.code.syntax.SyntaxNode;
import dev.fairlead.core.detect.Severity;
import java.util.List;
import java.util.regex.Pattern;

/// Flags comments that say that something is left to do.
final class LooseEnd implements Analyzer {

    private static final AnalyzerCard CARD = new AnalyzerCard(
            "loose-end",
            Dimension.HYGIENE,
            Severity.LOW,
            546,
            "a comment says that something is left to do",
            "notes in other words, and notes outside of the code",
            "do it now, or open an issue and name it in the comment");

    /// With the number of an issue somebody looks after it.
    private static final Pattern NOTE =
            Pattern.compile("\\b(T[O]DO|F[I]XME|X[X]X|HACK)\\b(?!.{0,40}(#\\d|[A-Z]{2,10}-\\d|https?:))");

    @Override
    public AnalyzerCard card() {
        return CARD;
    }

    @Override
    public List<Remark> analyze(SourceText source) {
        return source.tree()
                .root()
                .all()
                .filter(SyntaxNode::isComment)
                .filter(each -> NOTE.matcher(each.text()).find())
                .map(each -> Place.remark(CARD, source, each, "leaves something to do: `%s`"))
                .toList();
    }
}
