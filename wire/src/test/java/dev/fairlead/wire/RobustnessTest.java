package dev.fairlead.wire;

import static dev.fairlead.wire.DialectContractTest.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.Unread;
import dev.fairlead.core.event.Origin;
import dev.fairlead.wire.Sample.Heard;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The stated answer to each way in which a file can be broken. Nothing ends the reading.
final class RobustnessTest {

    private static final int LONGEST = TranscriptReader.LONGEST_LINE;

    /// One sample of each dialect.
    static List<Sample> dialects() {
        return Dialects.all().stream()
                .filter(dialect -> !dialect.isDocument())
                .map(dialect -> Sample.all().stream()
                        .filter(sample -> sample.toString().equals(dialect.agent() + "/conversation.jsonl"))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    /// So many equal bytes, made as they are read.
    private static final class Padding extends InputStream {
        private long left;

        Padding(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            Arrays.fill(bytes, from, from + count, (byte) 'x');
            left -= count;
            return count;
        }
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void saysThatTheLastLineMayStillBeWritten(Sample sample) {
        String text = String.join("\n", sample.lines().subList(0, 5));

        List<Event> events = sample.hear(text.substring(0, text.length() - 9)).events();

        assertThat(unread(events))
                .singleElement()
                .satisfies(each -> assertThat(each.reason())
                        .isEqualTo("the last line ends within a record; the agent may still be writing it"));
        assertThat(events.getLast().origin().place()).isEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void readsWhatStandsBeforeATear(Sample sample) {
        String first = sample.lines().getFirst();
        String torn = first + sample.lines().get(3).substring(0, 40) + "\n"
                + sample.lines().get(4) + "\n";

        List<Event> events = sample.hear(torn).events();

        List<Event> whole =
                sample.hear(first + "\n" + sample.lines().get(4) + "\n").events();
        assertThat(unread(events)).hasSize(1);
        assertThat(events).hasSize(whole.size() + 1);
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void readsInvalidUtf8AsReplacementCharacters(Sample sample) {
        byte[] bytes = utf8(sample.text().replace("I look at the cart.", "I look at the c~rt."));
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '~' ? (byte) 0xFF : bytes[i];
        }

        List<Event> events =
                sample.hear(new ByteArrayInputStream(bytes), LONGEST).events();

        assertThat(unread(events)).isEmpty();
        assertThat(events).extracting(Event::what).contains(new Happening.AgentSpoke("I look at the c\uFFFDrt."));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void passesOverALineOf100Megabytes(Sample sample) {
        int length = 100_000_000;
        String first = sample.lines().getFirst() + "\n";
        String rest = "\n" + sample.lines().get(4) + "\n";
        InputStream source = new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(utf8(first)), new Padding(length), new ByteArrayInputStream(utf8(rest)))));

        Heard heard = sample.hear(source, LONGEST);

        assertThat(unread(heard.events()))
                .containsExactly(new Unread("a line of 100,000,000 bytes, longer than 16,777,216", ""));
        assertThat(DialectContractTest.places(heard.events())).containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(heard.reading().bytes()).isEqualTo(length + first.length() + rest.length());
    }

    @Test
    void refusesAFileThatBeginsWithALineBeyondTheLimit() {
        Heard heard = Sample.hearUnknown(new Padding(100_000_000));

        assertThat(heard.events()).isEmpty();
        assertThat(heard.reading())
                .isInstanceOfSatisfying(
                        Reading.NotUnderstood.class,
                        not -> assertThat(not.reason())
                                .isEqualTo("none of its first 1 lines is a record of a known agent"));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void readsALineAtTheLimitAndNotOneByteMore(Sample sample) {
        String line = sample.lines().get(4);
        int longest = line.length();
        String text = line + "\n" + line + " \n" + line + "\r\n" + line;

        Heard heard = sample.hear(new ByteArrayInputStream(utf8(text)), longest);

        String reason = "a line of %,d bytes, longer than %,d".formatted(longest + 1, longest);
        List<Long> tooLong = heard.events().stream()
                .filter(each -> each.what().equals(new Unread(reason, "")))
                .map(each -> each.origin().place())
                .toList();
        assertThat(tooLong).containsExactly(2L);
    }

    /// A file that begins with much text on one line looks like a document for as long as no line feed is met.
    @ParameterizedTest
    @MethodSource("dialects")
    void readsLinesBehindALongFirstOne(Sample sample) {
        String first = sample.lines().getFirst();
        String text = first.substring(0, first.length() - 1) + ",\"padding\":\"" + "x".repeat(100_000) + "\"}\n"
                + sample.lines().get(4) + "\n";

        List<Event> events =
                Sample.hearUnknown(new ByteArrayInputStream(utf8(text))).events();

        assertThat(events)
                .extracting(each -> each.origin())
                .contains(Origin.line(1), Origin.line(2))
                .doesNotContain(Origin.index(0));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void refusesNestingOf10000LevelsAndGoesOn(Sample sample) {
        String deep = "{\"type\":\"user\",\"payload\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        String skipped = "{\"type\":\"user\",\"toolUseResult\":%1$s,\"state\":%1$s}"
                .formatted("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000));

        List<Event> events = sample.hear(
                        deep + "\n" + skipped + "\n" + sample.lines().get(4))
                .events();

        assertThat(unread(events))
                .hasSize(2)
                .allSatisfy(each ->
                        assertThat(each.reason()).startsWith("not JSON: ").contains("nesting depth"));
        assertThat(DialectContractTest.places(events)).containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void tellsALineOfNulBytesAsUnread(Sample sample) {
        String text =
                sample.lines().getFirst() + "\n\0\0\0\0\n" + sample.lines().get(4) + "\n\0\0\0\0\0";

        List<Event> events = sample.hear(text).events();

        assertThat(DialectContractTest.places(events)).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
        assertThat(unread(events)).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void tellsEveryLineOfNothingButGarbageWhenToldTheDialect(Sample sample) {
        Heard heard = sample.hear("what\never\n\nthis is");

        assertThat(unread(heard.events())).hasSize(3);
        assertThat(DialectContractTest.places(heard.events())).containsExactlyInAnyOrder(1L, 2L, 4L);
    }

    @Test
    void doesNotUnderstandAnEmptyFile() {
        assertNotUnderstood(new byte[0], "it is empty");
    }

    @Test
    void doesNotUnderstandBlankLines() {
        assertNotUnderstood(utf8("\n \n\t\r\n"), "none of its lines is a record of a known agent");
    }

    @Test
    void doesNotUnderstandGarbage() {
        assertNotUnderstood(
                utf8("{\"words\":\n".repeat(1_000)), "none of its first 64 lines is a record of a known agent");
        assertNotUnderstood(utf8("some words"), "none of its lines is a record of a known agent");
    }

    @Test
    void doesNotUnderstandABinaryFile() {
        byte[] bytes = new byte[100_000];
        new Random(7).nextBytes(bytes);
        bytes[0] = 0;

        assertNotUnderstood(bytes, "it is not text");
    }

    private static void assertNotUnderstood(byte[] bytes, String reason) {
        Heard heard = Sample.hearUnknown(new ByteArrayInputStream(bytes));

        assertThat(heard.events()).isEmpty();
        assertThat(heard.reading())
                .isInstanceOfSatisfying(
                        Reading.NotUnderstood.class,
                        not -> assertThat(not.reason()).isEqualTo(reason));
    }

    private static List<Unread> unread(List<Event> events) {
        return events.stream()
                .filter(each -> each.what() instanceof Unread)
                .map(each -> (Unread) each.what())
                .toList();
    }
}
