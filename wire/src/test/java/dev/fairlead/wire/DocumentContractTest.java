package dev.fairlead.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.wire.Sample.Heard;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a dialect whose files are one JSON document promises, held against every such sample.
final class DocumentContractTest {

    private static final List<Sample> SAMPLES = Sample.documents();
    private static final int SEEDS = 100;

    static List<Sample> samples() {
        return SAMPLES;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void placesEveryEventByItsIndex(Sample sample) {
        assertThat(sample.heard().events())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.origin().unit()).isEqualTo(Origin.Unit.INDEX));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void numbersTheEventsOfEachSessionWithoutGapsAndTellsResultsAfterTheirCalls(Sample sample) {
        Map<SessionId, Long> next = new HashMap<>();
        Map<SessionId, Set<CallId>> open = new HashMap<>();
        for (Event event : sample.heard().events()) {
            assertThat(event.sequence()).isEqualTo(next.merge(event.session(), 1L, Long::sum) - 1);
            Set<CallId> calls = open.computeIfAbsent(event.session(), _ -> new HashSet<>());
            if (event.what() instanceof Happening.ToolCalled called) {
                assertThat(calls.add(called.call())).isTrue();
            } else if (event.what() instanceof Happening.ToolReturned returned) {
                assertThat(calls.remove(returned.call())).as("%s", event).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void tellsTheSameHoweverTheInputIsCut(Sample sample) {
        Trickle trickle = new Trickle(new ByteArrayInputStream(sample.bytes().array()), 7);

        assertThat(sample.hear(trickle, TranscriptReader.LONGEST_LINE)).isEqualTo(sample.heard());
    }

    /// Hundreds of seeds, from one that is printed when the property fails.
    static Stream<Arguments> samplesAndSeeds() {
        long first = System.nanoTime();
        return SAMPLES.stream()
                .flatMap(sample -> LongStream.range(first, first + SEEDS).mapToObj(seed -> Arguments.of(sample, seed)));
    }

    @ParameterizedTest
    @MethodSource("samplesAndSeeds")
    void readsWhatStandsBeforeATearAndSaysThatItIsTorn(Sample sample, long seed) {
        byte[] bytes = sample.bytes().array();
        int cut = bytes.length / 2 + new Random(seed).nextInt(bytes.length / 2 - 2);

        Heard heard = sample.hear(new ByteArrayInputStream(bytes, 0, cut), TranscriptReader.LONGEST_LINE);

        assertThat(heard.events().stream().map(Event::what))
                .anySatisfy(what -> assertThat(what).isInstanceOf(Happening.Unread.class));
        assertThat(heard.events()).hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @MethodSource("samplesAndSeeds")
    void neverThrowsWhateverHappensToTheFile(Sample sample, long seed) {
        Random random = new Random(seed);
        byte[] bytes = sample.bytes().array();
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            bytes = Garbling.once(bytes, random);
        }

        assertThat(sample.hear(new ByteArrayInputStream(bytes), 4_096).reading())
                .isNotNull();
        assertThat(Sample.hearUnknown(new ByteArrayInputStream(bytes)).reading())
                .isNotNull();
    }

    /// Values of the wrong type under every key: what is sound JSON and no sound document.
    @ParameterizedTest
    @MethodSource("samplesAndSeeds")
    void neverThrowsOnValuesOfTheWrongType(Sample sample, long seed) {
        Random random = new Random(seed);
        List<String> strangers = List.of("null", "1", "-1e9", "true", "\"\"", "[]", "{}", "[[1]]");
        StringBuilder text = new StringBuilder();
        for (String line : sample.text().split("\n", -1)) {
            boolean isChanged = random.nextInt(10) == 0;
            String stranger = strangers.get(random.nextInt(strangers.size()));
            text.append(isChanged ? line.replaceFirst(": (\"[^\"]*\"|\\d+|true|false|null)", ": " + stranger) : line)
                    .append('\n');
        }

        assertThat(sample.hear(text.toString()).reading()).isNotNull();
    }

    @Test
    void refusesADocumentBeyondTheLimitAndReadsOneAtTheLimit() {
        byte[] blank = new byte[Document.LARGEST + 1];
        Arrays.fill(blank, (byte) ' ');
        blank[0] = '[';
        blank[Document.LARGEST - 1] = ']';

        Reading atLimit = Sample.hearUnknown(new ByteArrayInputStream(blank, 0, Document.LARGEST))
                .reading();
        Reading beyond = Sample.hearUnknown(new ByteArrayInputStream(blank)).reading();

        assertThat(atLimit)
                .isInstanceOfSatisfying(
                        Reading.NotUnderstood.class,
                        not -> assertThat(not.reason()).doesNotContain("document"));
        assertThat(beyond)
                .isInstanceOfSatisfying(
                        Reading.NotUnderstood.class,
                        not -> assertThat(not.reason()).isEqualTo("it is one document of more than 33,554,432 bytes"));
    }
}
