package dev.fairlead.proof.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.secret.Extra;
import dev.fairlead.core.secret.Secret;
import dev.fairlead.core.secret.Secrets;
import dev.fairlead.wire.json.Node;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Other scanners' own test cases: what they call a secret and what not.
///
/// One of them also reports public addresses and any quoted hex, which are no secrets to us; with the rules for these
/// switched on for its cases, both are measured by what they set out to do.
@Tag("data")
final class SecretConformanceTest {

    private static final Map<String, Set<Extra>> PROFILES = Map.of("detect-secrets", EnumSet.allOf(Extra.class));
    private static final double LEAST_RECALL = 0.95;
    private static final double MOST_FALSE_ALARMS = 0.02;

    /// How the cases of one rule of a peer came out.
    ///
    /// @param hits secrets that were found
    /// @param misses secrets that were not
    /// @param alarms clean texts in which something was found
    /// @param quiet clean texts in which nothing was
    private record Count(int hits, int misses, int alarms, int quiet) {

        static final Count NONE = new Count(0, 0, 0, 0);

        Count with(boolean isSecret, boolean isFound) {
            return new Count(
                    hits + (isSecret && isFound ? 1 : 0),
                    misses + (isSecret && !isFound ? 1 : 0),
                    alarms + (!isSecret && isFound ? 1 : 0),
                    quiet + (!isSecret && !isFound ? 1 : 0));
        }

        double recall() {
            return (double) hits / (hits + misses);
        }

        double falseAlarms() {
            return (double) alarms / (alarms + quiet);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%4d of %4d found %4d false alarms of %4d   recall %7s   false alarms %7s",
                    hits,
                    hits + misses,
                    alarms,
                    alarms + quiet,
                    percent(recall()),
                    percent(falseAlarms()));
        }

        private static String percent(double share) {
            return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
        }
    }

    @Test
    void findsWhatOtherScannersFindAndStaysQuietWhereTheyDo() {
        Report report = new Report("secret-conformance");
        Count usual = measured(report, "by the usual rules", Map.of());
        Count profiled = measured(report, "with each scanner's own reach", PROFILES);
        report.print();

        assertThat(usual.falseAlarms()).isLessThanOrEqualTo(MOST_FALSE_ALARMS);
        assertThat(profiled.falseAlarms()).isLessThanOrEqualTo(MOST_FALSE_ALARMS);
        assertThat(profiled.recall()).isGreaterThanOrEqualTo(LEAST_RECALL);
    }

    private static Count measured(Report report, String title, Map<String, Set<Extra>> profiles) {
        Map<String, Count> rules = new TreeMap<>();
        Map<String, Count> sources = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        Count all = Count.NONE;
        for (Node.Fields row : Data.rows("conformance/secrets.jsonl")) {
            String source = row.textOr("source", "");
            boolean isSecret = row.textOr("expected", "").equals("secret");
            List<Secret> secrets = Secrets.in(row.textOr("text", ""), profiles.getOrDefault(source, Set.of()));
            boolean isFound = !secrets.isEmpty();
            all = all.with(isSecret, isFound);
            sources.merge(source, Count.NONE.with(isSecret, isFound), SecretConformanceTest::sum);
            rules.merge(
                    source + " " + row.textOr("rule", ""),
                    Count.NONE.with(isSecret, isFound),
                    SecretConformanceTest::sum);
            if (isSecret != isFound) {
                wrong.add("%-5s %s  %s  %s"
                        .formatted(isSecret ? "MISS" : "ALARM", row.textOr("id", ""), row.textOr("rule", ""), secrets));
            }
        }
        report.line("-- " + title);
        report.line("%-50s %s".formatted("all", all));
        sources.forEach((source, count) -> report.line("%-50s %s".formatted(source, count)));
        rules.forEach((rule, count) -> report.line("%-50s %s".formatted(rule, count)));
        wrong.forEach(report::line);
        report.line("");
        return all;
    }

    private static Count sum(Count one, Count other) {
        return new Count(
                one.hits() + other.hits(),
                one.misses() + other.misses(),
                one.alarms() + other.alarms(),
                one.quiet() + other.quiet());
    }
}
