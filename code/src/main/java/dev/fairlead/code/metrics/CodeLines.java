package dev.fairlead.code.metrics;

import dev.fairlead.code.syntax.SyntaxNode;
import dev.fairlead.code.syntax.SyntaxTree;
import java.util.BitSet;

/// The lines of a text that hold more than comments and white space.
final class CodeLines {

    private final BitSet lines = new BitSet();

    CodeLines(SyntaxTree tree) {
        int i = 0;
        while (i < tree.size()) {
            SyntaxNode node = tree.node(i);
            if (node.isComment()) {
                i = node.end();
                continue;
            }
            if (node.isLeaf() && node.length() > 0 && !node.text().isBlank()) {
                lines.set(node.line(), node.endLine() + 1);
            }
            i++;
        }
    }

    /// How many of them there are from a line to another.
    int between(int first, int last) {
        return lines.get(first, last + 1).cardinality();
    }
}
