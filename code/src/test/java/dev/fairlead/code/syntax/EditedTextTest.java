package dev.fairlead.code.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A text that was edited gives the same tree, whatever was parsed before.
final class EditedTextTest {

    private static final int EDITS = 120;

    /// Lines that mean something in many languages, and together seldom in any.
    private static final List<String> LINES = List.of(
            "if (a > 1) { b(); }",
            "    return value",
            "def name(a, b):",
            "    x = [1, 2, \"three\"]",
            "function f(a) { return `${a} and ${b}`; }",
            "}",
            "{",
            "/* a comment",
            "*/ # another",
            "for i in list; do echo \"$i\"; done",
            "class A extends B { void run() { go(() -> 1); } }",
            "<?php echo $a; ?>",
            "fun f(a: Int) = when (a) { 1 -> \"${a + 1}\"; else -> null }",
            "'''",
            "cat <<E",
            "E",
            "x := map[string]int{\"a\": 1}",
            "");

    private static String told(Parsed parsed) {
        if (!(parsed instanceof Parsed.Read(SyntaxTree tree))) {
            return parsed.toString();
        }
        StringBuilder told = new StringBuilder();
        for (int i = 0; i < tree.size(); i++) {
            SyntaxNode node = tree.node(i);
            told.append(node.kind())
                    .append(node.isMissing() ? "!" : " ")
                    .append(node.field())
                    .append('@')
                    .append(tree.number(i, SyntaxTree.FROM))
                    .append('-')
                    .append(tree.number(i, SyntaxTree.TO))
                    .append(" in ")
                    .append(tree.number(i, SyntaxTree.PARENT))
                    .append(" to ")
                    .append(node.end())
                    .append('\n');
        }
        return told.toString();
    }

    private static byte[] bytes(List<String> lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static void edit(List<String> lines, Random random) {
        int at = random.nextInt(lines.size());
        switch (random.nextInt(12)) {
            case 4, 5, 6 -> lines.add(at, lines.get(at));
            case 7, 8 -> lines.set(at, lines.get(at).replace("a", "abc"));
            case 9, 10, 11 -> lines.set(at, lines.get(at).replace("1", "23"));
            case 0 -> lines.add(at, LINES.get(random.nextInt(LINES.size())));
            case 1 -> lines.set(at, lines.get(at) + " é" + random.nextInt(10));
            case 2 -> lines.set(at, LINES.get(random.nextInt(LINES.size())));
            default -> {
                if (lines.size() > 5) {
                    lines.remove(at);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Grammar.class)
    void givesTheSameTreeAsIfItHadBeenParsedAlone(Grammar grammar) throws IOException {
        Random random = new Random(grammar.name().hashCode());
        List<String> lines = new ArrayList<>(Texts.sound(grammar));
        try (NativeParser kept = NativeParser.open()) {
            for (int i = 0; i < EDITS; i++) {
                byte[] source = bytes(lines);
                try (NativeParser fresh = NativeParser.open()) {
                    assertThat(told(kept.parse(grammar, source)))
                            .as("edit %d of %s", i, grammar)
                            .isEqualTo(told(fresh.parse(grammar, source)));
                }
                if (i % 10 == 9) {
                    lines = new ArrayList<>(Texts.sound(grammar));
                }
                edit(lines, random);
            }
        }
    }
}
