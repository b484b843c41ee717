package dev.fairlead.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class AnalyzersTest {

    static List<Analyzer> all() {
        return Analyzers.all();
    }

    @Test
    void standInAlphabeticalOrder() {
        assertThat(all().stream().map(each -> each.card().id())).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("all")
    void areInTheManualAsTheirCardsHaveThem(Analyzer analyzer) throws IOException {
        AnalyzerCard card = analyzer.card();
        Path manual = Path.of("").toAbsolutePath().resolveSibling("docs").resolve("review.md");
        String row = "| `%s` | %s | %s | [CWE-%d](https://cwe.mitre.org/data/definitions/%d.html) | %s | %s | %s |"
                .formatted(
                        card.id(),
                        card.dimension(),
                        card.severity().name().toLowerCase(Locale.ROOT),
                        card.cwe(),
                        card.cwe(),
                        card.rule(),
                        card.misses(),
                        card.remedy());
        assertThat(Files.readString(manual)).contains(row);
    }
}
