package dev.fairlead.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.event.Event;
import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever happens to a file, reading it never throws and never loses a line.
final class MutationPropertyTest {

    private static final int LIMIT = 4_096;
    private static final int SEEDS = 300;

    /// Hundreds of seeds for each property, from one that is printed when a property fails.
    ///
    /// An agent whose files may be one document is left out: what then begins with a bracket is a torn document.
    static Stream<Arguments> samplesAndSeeds() {
        long first = System.nanoTime();
        return Sample.ofLines().stream()
                .filter(sample -> !sample.dialect().isDocument())
                .flatMap(sample -> LongStream.range(first, first + SEEDS).mapToObj(seed -> Arguments.of(sample, seed)));
    }

    @ParameterizedTest
    @MethodSource("samplesAndSeeds")
    void randomBytesLoseNoLine(Sample sample, long seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[random.nextInt(2_000)];
        random.nextBytes(bytes);
        assertLosesNoLine(sample, bytes);
    }

    @ParameterizedTest
    @MethodSource("samplesAndSeeds")
    void randomMutationsLoseNoLine(Sample sample, long seed) {
        Random random = new Random(seed);
        byte[] bytes = sample.bytes().array();
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            bytes = Garbling.once(bytes, random);
        }
        assertLosesNoLine(sample, bytes);
        Sample.hearUnknown(new ByteArrayInputStream(bytes));
    }

    /// Values of the wrong type under every key: what is sound JSON and no sound record.
    @ParameterizedTest
    @MethodSource("samplesAndSeeds")
    void valuesOfTheWrongTypeLoseNoLine(Sample sample, long seed) {
        Random random = new Random(seed);
        List<String> strangers =
                List.of("null", "1", "-1e9", "true", "\"\"", "\" \"", "[]", "{}", "[[1]]", "\"\\ud800\"");
        StringBuilder text = new StringBuilder();
        for (String line : sample.lines()) {
            text.append(line.replaceFirst(
                            "(:)(\"[^\"\\\\{}]*\"|\\d+|true|false|null)",
                            "$1"
                                    + strangers
                                            .get(random.nextInt(strangers.size()))
                                            .replace("\\", "\\\\")))
                    .append('\n');
        }
        assertLosesNoLine(sample, DialectContractTest.utf8(text.toString()));
    }

    private static void assertLosesNoLine(Sample sample, byte[] bytes) {
        List<Event> events = sample.hear(new ByteArrayInputStream(bytes), LIMIT).events();
        assertThat(DialectContractTest.places(events)).isEqualTo(filled(bytes));
    }

    /// The numbers of the lines that hold more than blanks; a mark counts as one at the very beginning.
    private static Set<Long> filled(byte[] bytes) {
        Set<Long> filled = new HashSet<>();
        long number = 1;
        int start = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
        for (int i = start; i < bytes.length; i++) {
            byte each = bytes[i];
            if (each == '\n') {
                number++;
            } else if (each != ' ' && each != '\t' && each != '\r') {
                filled.add(number);
            }
        }
        return filled;
    }
}
