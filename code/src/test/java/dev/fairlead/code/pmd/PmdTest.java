package dev.fairlead.code.pmd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.code.Remark;
import dev.fairlead.code.change.Changes;
import dev.fairlead.code.change.FileChange;
import dev.fairlead.code.tool.ToolRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class PmdTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static List<FileChange> change(String path, String before, String after) {
        return Changes.of(List.of(new Changes.Pair(path, Optional.empty(), before, after)));
    }

    private static List<Remark> found(List<FileChange> changes) {
        return switch (Pmd.look(changes, PATIENCE)) {
            case ToolRun.Found found -> found.remarks();
            case ToolRun.Failed failed -> throw new AssertionError(failed.reason());
            case ToolRun.Absent _ -> throw new AssertionError("it is always there");
        };
    }

    private static List<String> rules(List<FileChange> changes) {
        return found(changes).stream().map(Remark::rule).toList();
    }

    @Test
    void speaksByEachRuleOnItsExampleAndByNoOther() throws IOException {
        TreeMap<String, List<String>> said = new TreeMap<>();
        TreeMap<String, List<String>> wanted = new TreeMap<>();
        List<FileChange> examples = new ArrayList<>();
        try (InputStream bytes = PmdTest.class.getResourceAsStream("examples.txt")) {
            String text = new String(Optional.ofNullable(bytes).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
            for (String part : text.split("(?m)^==== ", -1)) {
                String rule = part.lines().findFirst().orElse("");
                if (!rule.isEmpty()) {
                    examples.addAll(change("src/" + rule + ".java", "", part.substring(rule.length() + 1)));
                    wanted.put(rule, List.of(rule));
                }
            }
        }
        found(examples)
                .forEach(each -> said.computeIfAbsent(
                                each.path().substring(4, each.path().length() - 5), file -> new ArrayList<>())
                        .add(each.rule()));
        assertThat(said).isEqualTo(wanted);
        assertThat(PmdRule.all().stream().map(PmdRule::name)).containsExactlyInAnyOrderElementsOf(wanted.keySet());
    }

    @Test
    void saysNothingOfWhatWasThereBeforeAndCountsItOnce() {
        String before =
                "class Names {\n    boolean isRoot(String name) {\n        return name == \"root\";\n    }\n}\n";
        String moved = before.replace("class Names {\n", "class Names {\n\n    int count;\n");
        String twice = before.replace(
                "    }\n}\n", "    }\n\n    boolean isAda(String name) {\n        return name == \"ada\";\n    }\n}\n");
        assertThat(rules(change("src/Names.java", before, moved))).isEmpty();
        assertThat(found(change("src/Names.java", before, twice)))
                .singleElement()
                .satisfies(
                        each -> assertThat(each.rule() + " " + each.line()).isEqualTo("UseEqualsToCompareStrings 7"));
    }

    @Test
    void leavesNamesInPatternsAndShortcutsToEqualsAlone() {
        String text = """
            class Shapes {
                record Box(int width, int height) {}

                int width(Object shape) {
                    return shape instanceof Box(int width, int height) ? width : 0;
                }

                boolean same(String one, String other) {
                    return one == other || one != null && one.equals(other);
                }
            }
            """;
        assertThat(rules(change("src/Shapes.java", "", text))).isEmpty();
    }

    @Test
    void leavesTestsAloneButForHygieneAndOtherLanguagesAltogether() {
        String text =
                "class Names { boolean isRoot(String name) { return name == \"root\"; } private int rate = 19; }\n";
        assertThat(rules(change("src/test/java/NamesTest.java", "", text))).containsExactly("UnusedPrivateField");
        assertThat(rules(change("src/names.kt", "", text))).isEmpty();
        assertThat(rules(change("target/generated-sources/Names.java", "", text)))
                .isEmpty();
    }

    @Test
    void saysNothingOfBrokenTextsAndGoesOnWithTheNext() {
        List<FileChange> changes = new ArrayList<>(change("src/Broken.java", "", "class { ((( if \u0000"));
        changes.addAll(change("src/Deep.java", "", "class Deep { boolean a = " + "!".repeat(50_000) + "true; }"));
        changes.addAll(
                change("src/Names.java", "", "class Names { boolean isRoot(String n) { return n == \"root\"; } }"));
        assertThat(rules(changes)).containsExactly("UseEqualsToCompareStrings");
    }

    @Test
    void isGivenUpWhenItTakesTooLong() {
        assertThat(Pmd.look(change("src/Names.java", "", "class Names { }"), Duration.ZERO))
                .isEqualTo(new ToolRun.Failed("it took longer than 0 seconds"));
    }

    @Test
    void isInTheManualRuleByRule() throws IOException {
        Path manual = Path.of("").toAbsolutePath().resolveSibling("docs").resolve("review.md");
        String text = Files.readString(manual);
        for (PmdRule rule : PmdRule.all()) {
            assertThat(text).contains(row(rule));
        }
    }

    private static String row(PmdRule rule) {
        String weakness = rule.cwe() == 0
                ? "–"
                : "[CWE-%d](https://cwe.mitre.org/data/definitions/%d.html)".formatted(rule.cwe(), rule.cwe());
        return "| `%s` | %s | %s | %s | %s | %s |"
                .formatted(
                        rule.name(),
                        rule.dimension(),
                        rule.severity().name().toLowerCase(Locale.ROOT),
                        weakness,
                        rule.claim(),
                        rule.remedy());
    }
}
