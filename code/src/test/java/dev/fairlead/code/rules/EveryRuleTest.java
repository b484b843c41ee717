package dev.fairlead.code.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.code.Analyzer;
import dev.fairlead.code.Remark;
import dev.fairlead.code.SourceText;
import dev.fairlead.code.Sources;
import dev.fairlead.code.syntax.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Each rule on examples of its own, in three languages or more: `<<` stands at the end of the lines that it must
/// speak of; of all others it must be silent.
final class EveryRuleTest {

    private static final int LEAST_LANGUAGES = 3;
    private static final Map<Language, String> PATHS = Map.of(
            Language.BASH, "a.sh",
            Language.GO, "a.go",
            Language.JAVA, "A.java",
            Language.JAVASCRIPT, "a.js",
            Language.PHP, "a.php",
            Language.PYTHON, "a.py",
            Language.RUBY, "a.rb",
            Language.RUST, "a.rs",
            Language.TYPESCRIPT, "a.ts");
    private static final String MARK = "<<";

    /// A few lines in one language, and what is to be seen on them.
    private record Example(Language language, String says, String code, List<Integer> marked) {

        static Example of(String part) {
            String head = part.lines().findFirst().orElse("");
            int colon = head.indexOf(": ");
            List<String> lines = part.lines().skip(1).toList();
            List<Integer> marked = new ArrayList<>();
            List<String> code = new ArrayList<>();
            for (String line : lines) {
                if (line.endsWith(MARK)) {
                    marked.add(code.size() + 1);
                }
                code.add(
                        line.endsWith(MARK)
                                ? line.substring(0, line.length() - MARK.length())
                                        .stripTrailing()
                                : line);
            }
            return new Example(
                    Language.named(head.substring(0, colon)).orElseThrow(),
                    head.substring(colon + 2),
                    String.join("\n", code) + "\n",
                    marked);
        }
    }

    @TestFactory
    Stream<DynamicContainer> speaksOfTheMarkedLinesAndOfNoOthers() {
        return Rules.all().stream().map(rule -> {
            List<Example> examples = examples(rule.card().id());
            Stream<DynamicTest> tests = Stream.concat(
                    examples.stream()
                            .map(each -> DynamicTest.dynamicTest(
                                    "in %s it %s".formatted(each.language().title(), each.says()),
                                    () -> assertThat(lines(rule, each)).isEqualTo(each.marked()))),
                    Stream.of(DynamicTest.dynamicTest("speaks and is silent in three languages or more", () -> {
                        assertThat(examples.stream().map(Example::language).distinct())
                                .hasSizeGreaterThanOrEqualTo(LEAST_LANGUAGES);
                        assertThat(examples).anyMatch(each -> each.marked().isEmpty());
                        assertThat(examples).anyMatch(each -> !each.marked().isEmpty());
                    })));
            return DynamicContainer.dynamicContainer(rule.card().id(), tests);
        });
    }

    private static List<Integer> lines(Analyzer rule, Example example) {
        String path = PATHS.getOrDefault(example.language(), "a.txt");
        return rule.analyze(new SourceText(path, example.language(), Sources.tree(path, example.code()))).stream()
                .map(Remark::line)
                .toList();
    }

    private static List<Example> examples(String rule) {
        try (InputStream bytes = EveryRuleTest.class.getResourceAsStream("plays/" + rule + ".txt")) {
            String text = new String(Optional.ofNullable(bytes).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("(?m)^==== ", -1))
                    .filter(each -> !each.isBlank())
                    .map(Example::of)
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Test
    void keepsBackticksOutOfWhatItQuotes() {
        String code = "db.query(`SELECT * FROM orders WHERE id = ${id}`);\n";
        assertThat(new SqlInjection()
                        .analyze(new SourceText("a.js", Language.JAVASCRIPT, Sources.tree("a.js", code))).stream()
                                .map(Remark::claim))
                .containsExactly("runs a query that is put together from values: "
                        + "`db.query('SELECT * FROM orders WHERE id = ${id}')`");
    }
}
