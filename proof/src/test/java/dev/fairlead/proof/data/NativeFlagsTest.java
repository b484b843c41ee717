package dev.fairlead.proof.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening.ToolReturned;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.session.Call;
import dev.fairlead.core.session.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whether the text of an answer alone tells failed calls from others, for agents that have no flag: the flag of one
/// that
/// has is hidden, and is the truth.
@Tag("data")
final class NativeFlagsTest {

    private static final int SHOWN = 10;

    private static List<List<Event>> sessions = List.of();

    @BeforeAll
    static void read() {
        List<List<Event>> read = new ArrayList<>();
        for (String folder : List.of("corpus/claude-code/labelled", "corpus/claude-code/unlabelled")) {
            for (Path file : Data.filesIn(folder)) {
                read.add(Sessions.events(file));
            }
        }
        sessions = read;
    }

    @Test
    void theTextTellsFailuresWithoutTheFlag() {
        Score score = compare("native-flags", UnaryOperator.identity());

        assertThat(score.precision()).isGreaterThanOrEqualTo(0.95);
        assertThat(score.recall()).isGreaterThanOrEqualTo(0.90);
    }

    /// The client writes its own words around what a program printed; another client writes none, and a search that
    /// finds nothing then answers nothing at all.
    @Test
    void theTextTellsFailuresWithoutTheClientsOwnWords() {
        Score score = compare("native-flags-without-the-clients-words", NativeFlagsTest::withoutEnvelope);

        assertThat(score.precision()).isGreaterThanOrEqualTo(0.95);
        assertThat(score.recall()).isGreaterThanOrEqualTo(0.85);
    }

    private static Score compare(String name, UnaryOperator<String> text) {
        Tally tally = new Tally(name);
        for (List<Event> events : sessions) {
            Map<SessionId, Session> facts = new HashMap<>();
            for (Event event : events) {
                Session before = facts.computeIfAbsent(event.session(), Session::fresh);
                if (event.what() instanceof ToolReturned returned
                        && before.openCall(returned.call()).isPresent()) {
                    ToolReturned masked = new ToolReturned(
                            returned.call(), Outcome.UNSTATED, OptionalInt.empty(), text.apply(returned.text()), 0);
                    Session told = before.after(
                            new Event(event.session(), event.sequence(), event.at(), event.origin(), masked));
                    tally.add(
                            before.openCall(returned.call()),
                            returned,
                            told.exchange().isPresent()
                                    && !told.exchange().get().worked());
                }
                facts.put(event.session(), before.after(event));
            }
        }
        return tally.print();
    }

    private static String withoutEnvelope(String text) {
        return text.replaceFirst("^Exit code \\d+\\n?", "")
                .replace("<tool_use_error>", "")
                .replace("</tool_use_error>", "")
                .replaceFirst("^(Error: )+", "")
                .replaceFirst("^\\[Request interrupted by user for tool use\\]", "");
    }

    /// What was compared so far, and the answers on which flag and text disagree.
    private static final class Tally {

        private final String name;
        private final Map<String, int[]> byTool = new HashMap<>();
        private final List<String> falseAlarms = new ArrayList<>();
        private final List<String> misses = new ArrayList<>();
        private int hits;
        private int successes;

        Tally(String name) {
            this.name = name;
        }

        void add(Optional<Call> call, ToolReturned returned, boolean saysFailure) {
            boolean failed = returned.outcome() != Outcome.SUCCEEDED && returned.outcome() != Outcome.RUNNING;
            int[] count = byTool.computeIfAbsent(call.orElseThrow().tool(), _ -> new int[3]);
            String shown = "%s %s\n%s\n".formatted(call.get().tool(), call.get().action(), excerpt(returned.text()));
            if (failed && saysFailure) {
                hits++;
                count[0]++;
            } else if (saysFailure) {
                falseAlarms.add(shown);
                count[1]++;
            } else if (failed) {
                misses.add(shown);
                count[2]++;
            } else {
                successes++;
            }
        }

        Score print() {
            Report report = new Report(name);
            Score score = new Score(hits, falseAlarms.size(), misses.size());
            report.line("%s   (%d told right to have worked)".formatted(score, successes));
            byTool.forEach((tool, count) -> {
                if (count[0] + count[1] + count[2] > 0) {
                    report.line("  %-24s %s".formatted(tool, new Score(count[0], count[1], count[2])));
                }
            });
            report.print();
            Report examples = new Report(name + "-examples");
            examples.line("FALSE ALARMS");
            falseAlarms.stream().limit(SHOWN).forEach(each -> examples.line(each));
            examples.line("MISSES");
            misses.stream().limit(SHOWN).forEach(each -> examples.line(each));
            examples.write();
            return score;
        }

        private static String excerpt(String text) {
            return text.length() <= 1_000
                    ? text
                    : text.substring(0, 500) + "\n…\n" + text.substring(text.length() - 500);
        }
    }
}
