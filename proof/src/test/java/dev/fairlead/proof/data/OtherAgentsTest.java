package dev.fairlead.proof.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.SessionStarted;
import dev.fairlead.core.event.Happening.ToolCalled;
import dev.fairlead.core.event.Happening.ToolReturned;
import dev.fairlead.core.event.Happening.Unread;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files that agents really wrote are read to the last record: nothing in them is not understood.
@Tag("data")
final class OtherAgentsTest {

    @ParameterizedTest
    @CsvSource({
        "cline, clients/captures/cline/transcript, .messages.json, 1",
        "gemini-cli, clients/captures/gemini/transcript, .jsonl, 2",
        "pi, clients/captures/pi/transcript, .jsonl, 2",
        "pi, clients/captures/pi, json-mode.jsonl, 1",
        "qwen-code, clients/captures/qwen/transcript, .jsonl, 2",
    })
    void readsEveryRecordOfTheAgent(String agent, String folder, String ending, int files) {
        List<Path> found = Data.filesIn(folder).stream()
                .filter(file -> file.toString().endsWith(ending))
                .toList();
        assertThat(found).hasSize(files);
        for (Path file : found) {
            List<Event> events = Sessions.events(file);

            assertThat(events).filteredOn(is(Unread.class)).as("%s", file).isEmpty();
            assertThat(names(events)).containsExactly(agent);
            assertThat(count(events, ToolCalled.class)).as("%s", file).isPositive();
            assertThat(count(events, ToolReturned.class)).isEqualTo(count(events, ToolCalled.class));
        }
    }

    private static Set<String> names(List<Event> events) {
        return events.stream()
                .filter(is(SessionStarted.class))
                .map(each -> ((SessionStarted) each.what()).agent())
                .collect(Collectors.toSet());
    }

    private static long count(List<Event> events, Class<? extends Happening> kind) {
        return events.stream().filter(is(kind)).count();
    }

    private static Predicate<Event> is(Class<? extends Happening> kind) {
        return each -> kind.isInstance(each.what());
    }
}
