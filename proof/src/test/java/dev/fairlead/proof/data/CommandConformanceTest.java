package dev.fairlead.proof.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.decide.Answer;
import dev.fairlead.core.decide.Dealings;
import dev.fairlead.core.decide.Gate;
import dev.fairlead.core.decide.Guidance;
import dev.fairlead.core.decide.Layer;
import dev.fairlead.core.decide.Level;
import dev.fairlead.core.decide.Mode;
import dev.fairlead.core.decide.Modes;
import dev.fairlead.core.decide.Policy;
import dev.fairlead.core.decide.Ruling;
import dev.fairlead.core.effect.Place;
import dev.fairlead.wire.json.Node;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Other guards' own test cases: with a profile that states a peer's policy, our gate denies what the peer denies.
///
/// Only whole commands count, and only verdicts about denying: what a peer would ask about says what it knows to be
/// harmless, which is no policy of ours.
@Tag("data")
final class CommandConformanceTest {

    private static final double LEAST_RECALL = 0.95;
    private static final double MOST_FALSE_ALARMS = 0.02;
    private static final String HOME = "/home/test";
    private static final String ROOT = "/workspace/project";

    /// What every peer that denies at all denies.
    private static final List<String> COMMON = List.of(
            "delete-system",
            "delete-repository",
            "overwrite-repository",
            "wipe-disk",
            "move-system",
            "change-system-access",
            "run-foreign-code",
            "open-shell",
            "exhaust-machine",
            "send-secret",
            "touch-guarded",
            "command-guard",
            "disarm-guard");

    private static final Gate OTHERS = gate(denying(), List.of(), Set.of());
    private static final Map<String, Gate> PROFILES = profiles();

    private static Map<String, Gate> profiles() {
        Map<String, Gate> profiles = new HashMap<>();
        profiles.put(
                "nah",
                gate(
                        denying(
                                "read-secret",
                                "write-secret",
                                "force-push",
                                "erase-history",
                                "discard-all",
                                "halt-service"),
                        List.of("~/.nah", "/usr/local/bin/nah", "~/.local/bin/nah", "~/.cargo/bin/nah"),
                        Set.of("nah")));
        profiles.put(
                "dcg",
                gate(
                        denying(
                                "delete-forced",
                                "delete-outside",
                                "delete-system-file",
                                "force-push",
                                "erase-history",
                                "discard-all",
                                "discard-some",
                                "drop-data",
                                "drop-remote"),
                        List.of(),
                        Set.of()));
        profiles.put("cupcake", gate(denying("skip-checks"), List.of(ROOT + "/.cupcake", "/important"), Set.of()));
        profiles.put("codex", gate(only("delete-with-force", "delete-system", "open-page"), List.of(), Set.of()));
        profiles.put("gemini-cli", gate(denying(), List.of(), Set.of("dangerous_cmd")));
        profiles.put("openhands-sdk", gate(only("delete-system", "run-foreign-code"), List.of(), Set.of()));
        return Map.copyOf(profiles);
    }

    private static Gate gate(Map<String, Mode> rules, List<String> guarded, Set<String> guards) {
        Layer layer = new Layer(
                Level.PERSON,
                "profile",
                Optional.empty(),
                new Modes(rules, Map.of()),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Map.of(),
                guarded,
                guards,
                Dealings.NONE);
        return Gate.over(new Policy(List.of(layer), Guidance.USUAL, "profile"));
    }

    private static Map<String, Mode> denying(String... more) {
        return only(Stream.concat(COMMON.stream(), Arrays.stream(more)).toArray(String[]::new));
    }

    private static Map<String, Mode> only(String... rules) {
        return Arrays.stream(rules).collect(Collectors.toMap(rule -> rule, rule -> Mode.REFUSE));
    }

    /// How the cases of one peer came out.
    private record Count(int hits, int misses, int alarms, int quiet) {

        static final Count NONE = new Count(0, 0, 0, 0);

        Count with(boolean isDenied, boolean mustBe) {
            return new Count(
                    hits + (mustBe && isDenied ? 1 : 0),
                    misses + (mustBe && !isDenied ? 1 : 0),
                    alarms + (!mustBe && isDenied ? 1 : 0),
                    quiet + (!mustBe && !isDenied ? 1 : 0));
        }

        Count plus(Count other) {
            return new Count(hits + other.hits, misses + other.misses, alarms + other.alarms, quiet + other.quiet);
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
                    "%4d of %4d denied   %3d of %4d others denied too",
                    hits,
                    hits + misses,
                    alarms,
                    alarms + quiet);
        }
    }

    @Test
    void deniesWhatOtherGuardsDenyUnderTheirOwnPolicy() {
        Map<String, Count> counts = new TreeMap<>();
        Report disagreements = new Report("command-disagreements");
        for (Node.Fields row : Data.rows("conformance/commands.jsonl")) {
            String expected = row.textOr("expected", "");
            boolean isWhole = !row.textOr("scope", "").equals("rule") && !row.isTrue("is_tool_input");
            if (!isWhole || expected.equals("ask") || expected.equals("warn")) {
                continue;
            }
            String source = row.textOr("source", "");
            Ruling ruling = PROFILES.getOrDefault(source, OTHERS).decide(row.textOr("command", ""), place(row));
            boolean isDenied = ruling.answer() == Answer.DENY;
            boolean mustBe = expected.equals("deny");
            counts.merge(source, Count.NONE.with(isDenied, mustBe), Count::plus);
            if (isDenied != mustBe) {
                disagreements.line(disagreement(row, mustBe, ruling));
            }
        }
        Report report = new Report("command-conformance");
        counts.forEach((source, count) -> report.line("%-14s %s".formatted(source, count)));
        Count all = counts.values().stream().reduce(Count.NONE, Count::plus);
        report.line(String.format(
                Locale.ROOT,
                "%-14s %s   recall %.1f %%   false alarms %.1f %%",
                "all",
                all,
                100 * all.recall(),
                100 * all.falseAlarms()));
        report.print();
        disagreements.write();
        assertThat(all.recall()).isGreaterThanOrEqualTo(LEAST_RECALL);
        assertThat(all.falseAlarms()).isLessThanOrEqualTo(MOST_FALSE_ALARMS);
    }

    private static String disagreement(Node.Fields row, boolean mustBe, Ruling ruling) {
        return "%s %s: `%s`%n    %s"
                .formatted(
                        mustBe ? "missed" : "alarm ",
                        row.textOr("id", ""),
                        row.textOr("command", "").replace("\n", "⏎"),
                        ruling.decisive()
                                .map(Ruling.Objection::reason)
                                .orElse("no rule stands against "
                                        + ruling.effects().effects()));
    }

    /// A case names the facts it rests on; of these only the working directory is told here.
    private static Place place(Node.Fields row) {
        boolean isBelow = row.textOr("context", "").contains("subdir");
        return new Place(isBelow ? ROOT + "/sub" : ROOT, Optional.of(ROOT), HOME);
    }
}
