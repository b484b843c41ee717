package dev.fairlead.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ToolCalled;
import dev.fairlead.core.event.Happening.ToolReturned;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.wire.Sample.Heard;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every dialect promises, held against every sample.
final class DialectContractTest {

    static List<Sample> samples() {
        return Sample.ofLines();
    }

    @Test
    void standInAlphabeticalOrderAndHaveSamples() {
        List<String> agents = Dialects.all().stream().map(Dialect::agent).toList();

        assertThat(agents).isSorted().doesNotHaveDuplicates().allMatch(agent -> agent.matches("[a-z]+(-[a-z]+)*"));
        assertThat(Sample.all().stream().map(each -> each.dialect().agent()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(agents);
        assertThat(Dialects.all()).allSatisfy(each -> {
            assertThat(each.places()).doesNotContain("").noneMatch(place -> place.startsWith("/"));
            assertThat(Dialects.of(each.agent())).contains(each);
        });
    }

    @ParameterizedTest
    @MethodSource("samples")
    void losesNoLine(Sample sample) {
        assertThat(places(sample.heard().events())).isEqualTo(filledLines(sample.text()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void numbersTheEventsOfEachSessionWithoutGaps(Sample sample) {
        Map<SessionId, Long> next = new HashMap<>();
        for (Event event : sample.heard().events()) {
            long expected = next.merge(event.session(), 1L, Long::sum) - 1;
            assertThat(event.sequence()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void tellsResultsAfterTheirCallsAndNeverTwice(Sample sample) {
        Map<SessionId, Set<CallId>> open = new HashMap<>();
        for (Event event : sample.heard().events()) {
            Set<CallId> calls = open.computeIfAbsent(event.session(), _ -> new HashSet<>());
            if (event.what() instanceof ToolCalled called) {
                assertThat(calls.add(called.call())).isTrue();
            } else if (event.what() instanceof ToolReturned returned
                    && !returned.call().value().startsWith("line-")) {
                assertThat(calls.remove(returned.call())).as("%s", event).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void tellsTheSameHoweverTheInputIsCut(Sample sample) {
        Heard whole = sample.heard();

        for (int most : List.of(1, 7, 64, 4_096)) {
            Trickle trickle =
                    new Trickle(new ByteArrayInputStream(sample.bytes().array()), most);
            assertThat(sample.hear(trickle, TranscriptReader.LONGEST_LINE)).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void tellsTheSameWithCarriageReturnsAndWithAMark(Sample sample) {
        List<Event> events = sample.heard().events();

        assertThat(sample.hear(sample.text().replace("\n", "\r\n")).events()).isEqualTo(events);
        assertThat(sample.hear("\uFEFF" + sample.text()).events()).isEqualTo(events);
        assertThat(sample.hear(sample.text().stripTrailing()).events()).isEqualTo(events);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void tellsGarbageAsUnreadAndTheRestAsBefore(Sample sample) {
        List<Happening> before = happenings(sample.heard().events());
        List<String> lines = new ArrayList<>(sample.lines());
        int place = lines.size() / 2;
        lines.add(place, "### torn {\"type\":");

        List<Event> events = sample.hear(String.join("\n", lines) + "\n").events();

        List<Event> there = events.stream()
                .filter(each -> each.origin().place() == place + 1)
                .toList();
        assertThat(there)
                .singleElement()
                .satisfies(each -> assertThat(each.what())
                        .isInstanceOfSatisfying(
                                Happening.Unread.class,
                                unread -> assertThat(unread.excerpt()).isEqualTo("### torn {\"type\":")));
        events.removeAll(there);
        assertThat(named(happenings(events))).isEqualTo(named(before));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void tellsARecordThatIsTornAnywhereAsUnread(Sample sample) {
        String line = sample.lines().get(2);

        for (int cut = 1; cut < line.length(); cut += 5) {
            List<Event> events = sample.hear(line.substring(0, cut)).events();

            assertThat(events).isNotEmpty();
            assertThat(events.getFirst().origin().place()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void tellsBothRecordsOfALineThatTwoWritersShare(Sample sample) {
        List<String> lines =
                sample.lines().stream().filter(each -> each.startsWith("{")).toList();
        String first = lines.getFirst();
        String second = lines.get(1);

        List<Happening> apart =
                happenings(sample.hear(first + "\n" + second + "\n").events());
        List<Happening> together = happenings(sample.hear(first + second + "\n").events());

        assertThat(together).isEqualTo(apart);
    }

    static Set<Long> places(List<Event> events) {
        return events.stream().map(event -> event.origin().place()).collect(Collectors.toSet());
    }

    /// The numbers of the lines that hold more than blanks.
    static Set<Long> filledLines(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        Set<Long> filled = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).matches("[ \\t\\r]*")) {
                filled.add(i + 1L);
            }
        }
        return filled;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<Happening> happenings(List<Event> events) {
        return events.stream().map(Event::what).toList();
    }

    /// As text, and without the ids that a dialect makes from line numbers.
    private static List<String> named(List<Happening> happenings) {
        return happenings.stream()
                .map(each -> each.toString().replaceAll("line-\\d+", "line-n"))
                .toList();
    }
}
