package dev.fairlead.proof.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.detect.Detector;
import dev.fairlead.core.detectors.Detectors;
import dev.fairlead.core.detectors.LoopLimits;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Value;
import dev.fairlead.wire.json.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Histories that a benchmark cut where the agent goes in a circle: each ends soon after the fourth time that it made
/// the same call.
@Tag("data")
final class SweAgentLoopsTest {

    private static final List<Profile> PROFILES = List.of(
            new Profile("own", LoopLimits.OWN),
            new Profile("three", new LoopLimits(3, 3, 5, true, 3)),
            new Profile("three calls", new LoopLimits(3, 3, 5, false, 3)));

    /// Limits by their name in the table.
    private record Profile(String name, LoopLimits limits) {}

    /// One history.
    ///
    /// @param repeated how often the call that the benchmark names was made
    private record History(String name, List<Event> events, long repeated) {}

    @Test
    void findsTheLoopsByTheThirdCallOrRound() {
        List<History> histories = Data.filesIn("corpus/swe-agent-loops").stream()
                .map(SweAgentLoopsTest::read)
                .toList();
        Report report = new Report("swe-agent-loops");
        int[] found = new int[PROFILES.size()];
        for (History each : histories) {
            List<String> spoken = new ArrayList<>();
            for (int i = 0; i < found.length; i++) {
                boolean finds = finds(each, PROFILES.get(i).limits());
                found[i] += finds ? 1 : 0;
                spoken.add("%-10s".formatted(finds ? PROFILES.get(i).name() : "-"));
            }
            report.line("%-36s made %d times  %s".formatted(each.name(), each.repeated(), String.join("  ", spoken)));
        }
        for (int i = 0; i < found.length; i++) {
            report.line("%-10s %d of %d".formatted(PROFILES.get(i).name(), found[i], histories.size()));
        }
        report.print();

        assertThat(found[0]).isGreaterThanOrEqualTo(24);
        assertThat(found[2]).isGreaterThanOrEqualTo(24);
    }

    private static boolean finds(History history, LoopLimits limits) {
        List<Detector<?>> detectors = List.of(Detectors.repetitionLoop(limits));
        return !Sessions.findings(history.events(), detectors).isEmpty();
    }

    private static History read(Path file) {
        List<Event> events = Sessions.events(file);
        Node.Fields repeated =
                Data.object(Data.text(file)).fields("repetitive_action").fields("function");
        Value.Fields arguments = Node.arguments(Data.object(repeated.textOr("arguments", "{}")));
        long times = events.stream()
                .filter(event -> event.what() instanceof Happening.ToolCalled called
                        && called.tool().equals(repeated.textOr("name", ""))
                        && called.arguments().equals(arguments))
                .count();
        String name = file.getFileName().toString().replaceAll("repetitive_4_swebench\\.|_SWE-agent.*", "");
        return new History(name, events, times);
    }
}
