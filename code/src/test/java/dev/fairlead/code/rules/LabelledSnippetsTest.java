package dev.fairlead.code.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// How well the rules do on code that was labelled before they were written.
final class LabelledSnippetsTest {

    private static final double LEAST = 0.9;

    /// How the snippets of one rule came out.
    private static final class Count {
        private int hits;
        private int misses;
        private int alarms;

        private String told() {
            return "precision %s   recall %s".formatted(share(hits, hits + alarms), share(hits, hits + misses));
        }
    }

    @Test
    void findsTheWeakOnesAndLeavesTheNearMissesAlone() throws IOException {
        StringBuilder report = new StringBuilder();
        Count development = measured(false, report);
        Count heldOut = measured(true, report);
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "snippets.txt"), report);
        writeForOtherTools();

        assertThat((double) development.hits / (development.hits + development.misses))
                .isGreaterThanOrEqualTo(LEAST);
        assertThat((double) development.hits / (development.hits + development.alarms))
                .isGreaterThanOrEqualTo(LEAST);
        assertThat((double) heldOut.hits / (heldOut.hits + heldOut.alarms)).isGreaterThanOrEqualTo(LEAST);
    }

    /// Each snippet as a file of its own, so that other tools can be run over the same ones.
    private static void writeForOtherTools() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "snippets"));
        for (Snippet each : Snippet.all()) {
            String ending = each.path().substring(each.path().lastIndexOf('.'));
            Files.writeString(folder.resolve("s" + each.number() + ending), each.code());
        }
    }

    private static Count measured(boolean isHeldOut, StringBuilder report) {
        Map<String, Count> rules = new TreeMap<>();
        Count all = new Count();
        StringBuilder wrong = new StringBuilder();
        for (Snippet snippet : Snippet.all()) {
            if (snippet.isHeldOut() != isHeldOut) {
                continue;
            }
            Set<String> flagged = snippet.flagged();
            Count own = rules.computeIfAbsent(snippet.rule(), rule -> new Count());
            boolean isFound = flagged.remove(snippet.rule());
            add(own, snippet, isFound);
            add(all, snippet, isFound);
            flagged.forEach(other -> rules.computeIfAbsent(other, rule -> new Count()).alarms++);
            all.alarms += flagged.size();
            if (isFound != snippet.isWeak() || !flagged.isEmpty()) {
                wrong.append("%s %d %s %s %s%n"
                        .formatted(
                                snippet.path(),
                                snippet.number(),
                                snippet.rule(),
                                snippet.isWeak() ? isFound ? "also" : "MISS" : "ALARM",
                                flagged));
            }
        }
        report.append(isHeldOut ? "-- held out\n" : "-- development\n");
        rules.forEach((rule, count) -> report.append("%-24s %s%n".formatted(rule, count.told())));
        report.append("%-24s %s%n".formatted("all", all.told()));
        report.append(isHeldOut ? "" : wrong);
        return all;
    }

    private static void add(Count count, Snippet snippet, boolean isFound) {
        count.hits += snippet.isWeak() && isFound ? 1 : 0;
        count.misses += snippet.isWeak() && !isFound ? 1 : 0;
        count.alarms += !snippet.isWeak() && isFound ? 1 : 0;
    }

    /// A share with its interval of 95 % after Wilson.
    private static String share(int part, int whole) {
        if (whole == 0) {
            return "-";
        }
        double z = 1.96;
        double p = (double) part / whole;
        double middle = (p + z * z / (2 * whole)) / (1 + z * z / whole);
        double reach = z * Math.sqrt(p * (1 - p) / whole + z * z / (4.0 * whole * whole)) / (1 + z * z / whole);
        return String.format(
                Locale.ROOT,
                "%d/%d (%.2f to %.2f)",
                part,
                whole,
                Math.max(0, middle - reach),
                Math.min(1, middle + reach));
    }
}
