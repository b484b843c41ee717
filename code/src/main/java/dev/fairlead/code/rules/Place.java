package dev.fairlead.code.rules;

import dev.fairlead.code.AnalyzerCard;
import dev.fairlead.code.Remark;
import dev.fairlead.code.SourceText;
import dev.fairlead.code.syntax.SyntaxNode;
import dev.fairlead.core.secret.Secrets;
import java.util.OptionalInt;

/// Makes remarks about places in a text.
final class Place {

    private static final int LONGEST = 80;

    private Place() {}

    /// A remark about a node.
    ///
    /// @param claim with `%s` for the beginning of the node's text
    static Remark remark(AnalyzerCard card, SourceText source, SyntaxNode node, String claim) {
        return new Remark(
                Remark.OWN,
                card.id(),
                card.dimension(),
                card.severity(),
                OptionalInt.of(card.cwe()),
                source.path(),
                node.line(),
                Math.max(node.line(), node.endLine()),
                claim.contains("%s") ? claim.formatted(shortened(node.text())) : claim,
                card.remedy());
    }

    /// The first line of a text, cut where it is long; without backticks, since claims set code between them.
    static String shortened(String text) {
        String line = Secrets.redact(text.strip().lines().findFirst().orElse("").strip())
                .replace('`', '\'');
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
