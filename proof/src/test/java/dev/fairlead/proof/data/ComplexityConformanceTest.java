package dev.fairlead.proof.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.code.metrics.FunctionMetrics;
import dev.fairlead.code.metrics.Profile;
import dev.fairlead.code.metrics.Profiles;
import dev.fairlead.code.syntax.Grammar;
import dev.fairlead.code.syntax.Language;
import dev.fairlead.code.syntax.NativeParser;
import dev.fairlead.code.syntax.Parsed;
import dev.fairlead.code.syntax.Parser;
import dev.fairlead.wire.json.Node;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Other tools' own test cases: what they count of a function, and what the profile of their name counts.
@Tag("data")
final class ComplexityConformanceTest {

    private static final double LEAST = 0.98;
    private static final Set<String> METRICS = Set.of("cyclomatic", "cognitive", "npath", "ncss");
    private static final Pattern TOLD = Pattern.compile("(\\w+\\([^)]*\\))' has an? .* of (\\d+)");
    /// Each file of cases, and the profile that is to agree with it.
    private static final Map<String, String> FILES = new TreeMap<>(Map.of(
            "complexipy", "complexipy",
            "gocognit", "gocognit",
            "gocyclo", "gocyclo",
            "lizard", "lizard",
            "pmd_java", "pmd",
            "python_cognitive_melevir", "cognitive-complexity",
            "radon", "radon"));

    private static final Map<String, String> PATHS = Map.ofEntries(
            Map.entry("cpp", "a.cpp"),
            Map.entry("csharp", "a.cs"),
            Map.entry("go", "a.go"),
            Map.entry("java", "A.java"),
            Map.entry("javascript", "a.js"),
            Map.entry("jsx", "a.jsx"),
            Map.entry("kotlin", "a.kt"),
            Map.entry("php", "a.php"),
            Map.entry("python", "a.py"),
            Map.entry("ruby", "a.rb"),
            Map.entry("rust", "a.rs"),
            Map.entry("tsx", "a.tsx"),
            Map.entry("typescript", "a.ts"));

    /// How the rows of one tool came out.
    private static final class Count {
        private int equal;
        private int all;
        private int left;
        private final List<String> others = new ArrayList<>();
    }

    @Test
    void countsAsTheToolsDo() throws IOException {
        Report report = new Report("complexity-conformance");
        Map<String, Count> counts = new TreeMap<>();
        try (Parser parser = NativeParser.open()) {
            FILES.forEach((file, profile) -> counts.put(file, measured(file, profile, parser)));
        }
        counts.forEach((file, count) -> report.line(
                "%-26s %4d of %4d rows equal; %d left out".formatted(file, count.equal, count.all, count.left)));
        counts.forEach((file, count) -> count.others.forEach(report::line));
        report.print();
        counts.forEach((file, count) ->
                assertThat((double) count.equal / count.all).as(file).isGreaterThanOrEqualTo(LEAST));
    }

    private static Count measured(String file, String profile, Parser parser) {
        Count count = new Count();
        for (Node.Fields row : Data.rows("conformance/complexity/" + file + ".jsonl")) {
            Optional<String> path = path(row.textOr("language", ""));
            String metric = row.textOr("metric", "");
            if (path.isEmpty() || !METRICS.contains(metric)) {
                count.left++;
                continue;
            }
            Profile counting = Profiles.named(profile + options(row)).orElseThrow();
            Grammar grammar = Language.of(path.get()).orElseThrow().grammar(path.get());
            Parsed parsed = parser.parse(grammar, row.textOr("code", "").getBytes(StandardCharsets.UTF_8));
            List<FunctionMetrics> got =
                    parsed instanceof Parsed.Read read ? counting.measure(read.tree(), grammar) : List.of();
            ToIntFunction<FunctionMetrics> value = value(metric);
            Optional<String> difference = difference(row, got, value);
            count.all++;
            if (difference.isEmpty()) {
                count.equal++;
            } else {
                count.others.add("%s %s %s: %s"
                        .formatted(
                                row.textOr("id", ""),
                                row.textOr("language", ""),
                                row.textOr("test", row.textOr("description", "")),
                                difference.get()));
            }
        }
        return count;
    }

    private static ToIntFunction<FunctionMetrics> value(String metric) {
        return switch (metric) {
            case "cognitive" -> FunctionMetrics::cognitive;
            case "cyclomatic" -> FunctionMetrics::cyclomatic;
            default -> each -> each.more().getOrDefault(metric, -1L).intValue();
        };
    }

    private static String options(Node.Fields row) {
        Node.Fields options = row.fields("options");
        String metric = options.textOr("metricOptions", options.textOr("cycloOptions", ""));
        return (options.isTrue("no_assert") ? "-no-assert" : "")
                + (metric.contains("ignoreBooleanPaths") ? "-ignore-boolean-paths" : "")
                + (metric.contains("considerAssert") ? "-consider-assert" : "");
    }

    /// A name of a file in a language; empty where it is none that is read.
    private static Optional<String> path(String language) {
        return Optional.ofNullable(PATHS.get(language));
    }

    private static Optional<String> difference(
            Node.Fields row, List<FunctionMetrics> got, ToIntFunction<FunctionMetrics> value) {
        Node.Fields expected = row.fields("expected");
        String source = row.textOr("source", "");
        if (source.equals("radon")) {
            return radon(row, expected, got);
        }
        if (expected.has("file_total")) {
            return same(
                    Long.toString(expected.number("file_total").orElse(-1)),
                    Integer.toString(got.stream().mapToInt(value).sum()));
        }
        List<String> wanted = new ArrayList<>();
        for (Node each : expected.items("functions").nodes()) {
            Node.Fields function = (Node.Fields) each;
            if (!function.textOr("kind", "").equals("class")) {
                wanted.add(function.textOr("name", "") + "="
                        + function.number("value").orElse(-1));
            }
        }
        List<String> found = new ArrayList<>();
        for (FunctionMetrics each : got) {
            found.add((source.equals("cognitive_complexity") ? "" : each.name()) + "=" + value.applyAsInt(each));
        }
        if (source.equals("pmd")) {
            return pmd(expected, wanted, found);
        }
        wanted.sort(null); // Lizard tells them in the order in which they end
        found.sort(null);
        return same(wanted.toString(), found.toString());
    }

    /// Below its report level PMD is silent, and of classes we tell nothing.
    private static Optional<String> pmd(Node.Fields expected, List<String> wanted, List<String> found) {
        wanted.removeIf(each -> !each.contains("#"));
        for (Node each : expected.items("messages").nodes()) {
            Matcher told = TOLD.matcher(plain(each));
            if (wanted.isEmpty() && told.find()) {
                wanted.add(told.group(1) + "=" + told.group(2));
            }
        }
        return wanted.stream()
                        .allMatch(each -> found.stream().anyMatch(one -> one.equals(each) || one.endsWith("#" + each)))
                ? Optional.empty()
                : Optional.of(wanted + " but " + found);
    }

    private static Optional<String> radon(Node.Fields row, Node.Fields expected, List<FunctionMetrics> got) {
        String want = expected.get("value") instanceof Node.Items items
                ? items.nodes().stream()
                        .map(ComplexityConformanceTest::plain)
                        .toList()
                        .toString()
                : plain(expected.get("value"));
        List<FunctionMetrics> functions = got.subList(1, got.size());
        String have = switch (row.textOr("table", "")) {
            case "SINGLE_FUNCTIONS_CASES" ->
                List.of(got.getFirst().cyclomatic(), functions.getFirst().cyclomatic())
                        .toString();
            case "FUNCTIONS_CASES" ->
                functions.stream().map(FunctionMetrics::cyclomatic).toList().toString();
            case "CLOSURES_CASES" ->
                functions.stream()
                        .filter(each -> each.name().contains("."))
                        .map(each -> each.name().substring(each.name().lastIndexOf('.') + 1))
                        .toList()
                        .toString();
            case "GENERAL_CASES" -> want; // sums over classes, which are not told
            default ->
                Integer.toString(
                        got.size() == 1 || row.textOr("code", "").startsWith("class")
                                ? got.getFirst().cyclomatic()
                                : functions.getFirst().cyclomatic());
        };
        return same(want, have);
    }

    private static String plain(Node node) {
        return node instanceof Node.Text text
                ? text.value()
                : node instanceof Node.Scalar scalar ? scalar.literal() : "";
    }

    private static Optional<String> same(String wanted, String found) {
        return wanted.equals(found) ? Optional.empty() : Optional.of(wanted + " but " + found);
    }
}
