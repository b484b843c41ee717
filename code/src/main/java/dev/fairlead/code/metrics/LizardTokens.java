package dev.fairlead.code.metrics;

import dev.fairlead.code.syntax.Grammar;
import dev.fairlead.code.syntax.SyntaxNode;
import java.util.Map;
import java.util.Set;

/// The words and signs that Lizard counts in a function.
///
/// @param vocabulary tells signs that join conditions from the same signs in types
record LizardTokens(Grammar grammar, Vocabulary vocabulary) {

    private static final Set<String> C_LIKE = Set.of(
            "if", "for", "while", "&&", "||", "?", "catch", "case", "and", "or", "foreach", "#if", "#ifdef", "#ifndef",
            "#elif");
    private static final Map<Grammar, Set<String>> OTHERS = Map.of(
            Grammar.PYTHON, Set.of("if", "for", "while", "and", "or", "elif", "except", "finally", "case"),
            Grammar.RUBY,
                    Set.of("if", "until", "for", "when", "while", "rescue", "elsif", "&&", "||", "?", "and", "or"),
            Grammar.GO, Set.of("if", "for", "&&", "||", "case"),
            Grammar.KOTLIN, Set.of("if", "for", "while", "catch", "&&", "||", "when", "?:"),
            Grammar.RUST, Set.of("if", "for", "while", "&&", "||", "match", "?"),
            Grammar.C_SHARP, Set.of("if", "for", "foreach", "while", "&&", "||", "?", "catch", "case", "??"),
            Grammar.PHP,
                    Set.of(
                            "if", "elseif", "for", "foreach", "while", "&&", "||", "?", "catch", "case", "match", "and",
                            "or", "xor"));

    /// How many there are within a function, without the functions within it.
    int count(SyntaxNode function, Set<Integer> starts) {
        int count = 0;
        int i = function.index() + 1;
        while (i < function.end()) {
            SyntaxNode each = function.tree().node(i);
            if (starts.contains(i) || each.isComment()) {
                i = each.end();
                continue;
            }
            count += each.isLeaf() && !each.isNamed() ? weight(each) : 0;
            i++;
        }
        return count;
    }

    private int weight(SyntaxNode token) {
        String text = token.kind();
        if (isScript() && text.equals("??")) {
            return 2; // taken for two signs
        }
        if (grammar == Grammar.TSX && text.equals("?.")) {
            return 1;
        }
        if (!OTHERS.getOrDefault(grammar, C_LIKE).contains(text)) {
            return 0;
        }
        return switch (text) {
            case "&&", "||" ->
                token.parent()
                                .filter(each -> vocabulary.is(each, Construct.LOGIC))
                                .isPresent()
                        ? 1
                        : 0;
            case "?" -> token.parent().filter(LizardTokens::chooses).isPresent() ? 1 : 0;
            default -> 1;
        };
    }

    private boolean isScript() {
        return grammar == Grammar.JAVASCRIPT || grammar == Grammar.TYPESCRIPT || grammar == Grammar.TSX;
    }

    /// Whether something stands between the signs; `a ?: b` is another operator.
    private static boolean chooses(SyntaxNode node) {
        return node.is("ternary_expression", "conditional", "try_expression")
                || node.is("conditional_expression") && node.parts().size() > 2;
    }
}
