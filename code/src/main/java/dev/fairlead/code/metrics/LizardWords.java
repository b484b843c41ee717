package dev.fairlead.code.metrics;

import dev.fairlead.code.syntax.SyntaxNode;
import dev.fairlead.code.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds functions in C and C++ that is no sound source, as Lizard does: a name, parentheses and a brace behind them.
///
/// Only for texts in which the parser met an error: there its tree tells less than the words do.
final class LizardWords {

    private static final Set<String> TYPES = Set.of("namespace", "class", "struct", "union");
    private static final Set<String> NO_NAMES = Set.of("if", "for", "while", "switch", "catch", "return", "sizeof");
    private static final Set<String> DIVIDING =
            Set.of("if", "for", "while", "&&", "||", "catch", "case", "and", "or", "#if", "#ifdef", "#elif");

    private final List<SyntaxNode> words;
    private final List<String> scopes = new ArrayList<>();
    private final List<FunctionMetrics> found = new ArrayList<>();
    private final CodeLines lines;

    private LizardWords(SyntaxTree tree) {
        this.words = tree.root()
                .all()
                .filter(each -> each.isLeaf() && each.length() > 0 && !each.isComment())
                .toList();
        this.lines = new CodeLines(tree);
    }

    static List<FunctionMetrics> of(SyntaxTree tree) {
        LizardWords reading = new LizardWords(tree);
        reading.read();
        return reading.found;
    }

    private String text(int at) {
        return at >= 0 && at < words.size() ? words.get(at).text() : "";
    }

    private void read() {
        String pending = "";
        int at = 0;
        while (at < words.size()) {
            String word = text(at);
            if (TYPES.contains(word)) {
                pending = text(at + 1);
            } else if (word.equals(";")) {
                pending = "";
            } else if (word.equals("{")) {
                scopes.add(pending);
                pending = "";
            } else if (word.equals("}") && !scopes.isEmpty()) {
                scopes.removeLast();
            } else if (isName(at) && text(at + 1).equals("(")) {
                int behind = behind(at + 1, "(", ")");
                if (text(behind).equals("{")) {
                    int end = behind(behind, "{", "}");
                    found.add(function(at, behind, end));
                    at = end - 1;
                }
            }
            at++;
        }
    }

    private boolean isName(int at) {
        return words.get(at).kind().endsWith("identifier") && !NO_NAMES.contains(text(at));
    }

    /// The place behind the bracket that closes the one at a place.
    private int behind(int start, String open, String close) {
        int depth = 0;
        for (int at = start; at < words.size(); at++) {
            if (text(at).equals(open)) {
                depth++;
            } else if (text(at).equals(close)) {
                depth--;
                if (depth == 0) {
                    return at + 1;
                }
            }
        }
        return words.size();
    }

    private FunctionMetrics function(int name, int body, int end) {
        int count = 1;
        for (int at = body; at < end; at++) {
            count += DIVIDING.contains(text(at)) ? 1 : 0;
        }
        int line = words.get(name).line();
        int endLine = words.get(end - 1).endLine();
        String owners = scopes.stream().filter(each -> !each.isEmpty()).collect(Collectors.joining("::"));
        String told = owners.isEmpty() ? text(name) : owners + "::" + text(name);
        return new FunctionMetrics(told, line, endLine, count, 0, lines.between(line, endLine), 0, 0);
    }
}
