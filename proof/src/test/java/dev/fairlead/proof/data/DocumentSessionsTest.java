package dev.fairlead.proof.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening.SessionStarted;
import dev.fairlead.core.event.Happening.ToolReturned;
import dev.fairlead.core.event.Happening.Unread;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.session.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sessions that are one document each: all of every file is read, and the flags of those agents that have one say how
/// well the text alone tells failures.
///
/// Much of what is missed cannot be told: a search that finds nothing answers nothing, and a pipe may end badly without
/// a word.
@Tag("data")
final class DocumentSessionsTest {

    @ParameterizedTest
    @CsvSource({
        "atif, atif",
        "mini-swe-agent, mini-swe-agent",
        "openhands, openhands",
        "swe-agent, swe-agent",
        "swe-agent-loops, messages",
        "trae, trae"
    })
    void everyFileIsReadWhole(String folder, String agent) {
        assertThat(files(folder)).isNotEmpty().allSatisfy(file -> {
            List<Event> events = Sessions.events(file);
            assertThat(events.getFirst().what())
                    .isInstanceOfSatisfying(
                            SessionStarted.class,
                            started -> assertThat(started.agent()).isEqualTo(agent));
            assertThat(events).noneMatch(event -> event.what() instanceof Unread);
        });
    }

    @Test
    void theTextSeldomCallsAFailureWhatTheFlagCallsASuccess() {
        Report report = new Report("native-flags-of-documents");
        for (String folder : List.of("mini-swe-agent", "openhands", "trae")) {
            Score score = compare(folder);
            report.line("%-16s %s".formatted(folder, score));
            assertThat(score.precision()).as(folder).isGreaterThanOrEqualTo(0.75);
            assertThat(score.recall()).as(folder).isGreaterThanOrEqualTo(0.20);
        }
        report.print();
    }

    private static Score compare(String folder) {
        int[] counts = new int[3];
        for (Path file : files(folder)) {
            Map<SessionId, Session> facts = new HashMap<>();
            for (Event event : Sessions.events(file)) {
                Session before = facts.computeIfAbsent(event.session(), Session::fresh);
                if (event.what() instanceof ToolReturned returned) {
                    count(before, event, returned, counts);
                }
                facts.put(event.session(), before.after(event));
            }
        }
        return new Score(counts[0], counts[1], counts[2]);
    }

    private static void count(Session before, Event event, ToolReturned returned, int[] counts) {
        boolean isFailed = returned.outcome() == Outcome.FAILED;
        if (!isFailed && returned.outcome() != Outcome.SUCCEEDED) {
            return;
        }
        ToolReturned masked =
                new ToolReturned(returned.call(), Outcome.UNSTATED, OptionalInt.empty(), returned.text(), 0);
        Session told = before.after(new Event(event.session(), event.sequence(), event.at(), event.origin(), masked));
        boolean saysFailure =
                told.exchange().isPresent() && !told.exchange().get().worked();
        if (isFailed || saysFailure) {
            counts[isFailed && saysFailure ? 0 : saysFailure ? 1 : 2]++;
        }
    }

    private static List<Path> files(String folder) {
        try (Stream<Path> files = Files.walk(Data.at("corpus/" + folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
