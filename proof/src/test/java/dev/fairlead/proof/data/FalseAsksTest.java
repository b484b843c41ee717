package dev.fairlead.proof.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.decide.Answer;
import dev.fairlead.core.decide.Gate;
import dev.fairlead.core.decide.Preset;
import dev.fairlead.core.decide.Ruling;
import dev.fairlead.core.effect.Place;
import dev.fairlead.core.event.Action;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The commands that real sessions ran: the preset that is on by default refuses and asks so rarely that a person reads
/// each question.
@Tag("data")
final class FalseAsksTest {

    private static final double MOST_PER_THOUSAND = 3;

    @Test
    void theBalancedPresetLeavesRealWorkAlone() {
        List<Action.Command> commands = Commands.of("corpus/claude-code", "corpus/codex");
        Gate gate = Gate.of(Preset.BALANCED);
        Map<String, Integer> rules = new TreeMap<>();
        Report cases = new Report("false-asks-cases");
        int stopped = 0;
        for (Action.Command command : commands) {
            String directory = command.directory().orElse("/home/user/work/project");
            Ruling ruling = gate.decide(command.line(), new Place(directory, Optional.of(directory), "/home/user"));
            if (ruling.answer() != Answer.ALLOW) {
                stopped++;
                ruling.decisive().ifPresent(objection -> {
                    rules.merge(objection.rule(), 1, Integer::sum);
                    cases.line("%s %s: %s%n    %s"
                            .formatted(ruling.answer(), objection.rule(), objection.reason(), excerpt(command.line())));
                });
            }
        }
        double perThousand = 1000.0 * stopped / commands.size();
        Report report = new Report("false-asks");
        report.line(String.format(
                Locale.ROOT,
                "%d of %d commands refused or asked about: %.2f of 1,000",
                stopped,
                commands.size(),
                perThousand));
        rules.forEach((rule, count) -> report.line("  %-22s %d".formatted(rule, count)));
        report.print();
        cases.write();
        assertThat(perThousand).isLessThanOrEqualTo(MOST_PER_THOUSAND);
    }

    private static String excerpt(String line) {
        String flat = line.replace("\n", "⏎");
        return flat.length() <= 400 ? flat : flat.substring(0, 400) + "…";
    }
}
