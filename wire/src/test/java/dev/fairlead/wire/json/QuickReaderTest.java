package dev.fairlead.wire.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.wire.Garbling;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The quick reader against the library: what it does not decline, both read alike.
final class QuickReaderTest {

    private static final JsonReader LIBRARY = JsonReader.ofAll();
    private static final int SEEDS = 400;

    /// Where readers of JSON are known to differ.
    private static final List<String> EDGES = List.of(
            "{\"a\":1}{\"a\":2}",
            "[]{} []",
            "{\"a\":-0,\"b\":1E5,\"c\":1e+05,\"d\":-0.0e-0}",
            "{\"a\":01}",
            "{\"a\":-}",
            "{\"a\":+1}",
            "{\"a\":1.}",
            "{\"a\":.5}",
            "{\"a\":1e}",
            "{\"a\":1x}",
            "{\"a\":NaN}",
            "{\"a\":truex}",
            "{\"a\":tru}",
            "{\"a\":true false}",
            "{\"a\" 1}",
            "{\"a\":1,}",
            "{,\"a\":1}",
            "[1,,2]",
            "[1 2]",
            "{\"a\":1]",
            "{\"a\\u0062\":\"\\u00e9\\ud83d\\ude00\\/\\b\\f\"}",
            "{\"a\":\"\\ud83d\"}",
            "{\"a\":\"\\ude00\\ud83d\"}",
            "{\"a\":\"\\u12\"}",
            "{\"a\":\"\\x\"}",
            "{\"a\":\"\\",
            "{\"a\":\"tab\there\"}",
            "{\"a\":\"\u007f\u0080\u2028\"}",
            "{\"a\u0001\":1}",
            "{\"\":{}}",
            "\ufeff{\"a\":1}",
            "{\"a\":1}\f",
            "{\"a\":1}\u0000",
            "{\"a\":1} // b",
            "[".repeat(JsonReader.DEEPEST) + "]".repeat(JsonReader.DEEPEST),
            "[".repeat(JsonReader.DEEPEST + 1) + "]".repeat(JsonReader.DEEPEST + 1),
            "{\"" + "k".repeat(64) + "\":1,\"" + "k".repeat(65) + "\":2}",
            "{\"a\":1,\"a\":2}");

    /// From one that is printed when a property fails.
    static LongStream seeds() {
        long first = System.nanoTime();
        return LongStream.range(first, first + SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsRandomJsonAsTheLibraryDoes(long seed) {
        RandomJson json = new RandomJson(new Random(seed));
        byte[] bytes = json.record().getBytes(StandardCharsets.UTF_8);

        assertThat(quickly(bytes, _ -> true)).isEqualTo(thoroughly(bytes)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsGarbledJsonAsTheLibraryDoesOrDeclines(long seed) {
        Random random = new Random(seed);
        byte[] bytes = new RandomJson(random).record().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 20; i++) {
            bytes = Garbling.once(bytes, random);
            agrees(bytes);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsGarbledRecordsAsTheLibraryDoesOrDeclines(long seed) {
        Random random = new Random(seed);
        List<byte[]> records = Garbling.records();
        byte[] bytes = records.get(random.nextInt(records.size()));
        agrees(bytes);
        for (int i = 0; i < 4; i++) {
            bytes = Garbling.once(bytes, random);
            agrees(bytes);
        }
    }

    /// Passing over is laxer: what it takes may be wrong within what is passed over, but what is sound it takes alike.
    @ParameterizedTest
    @MethodSource("seeds")
    void readsTheSameOfSoundJsonWhenKeysArePassedOver(long seed) throws MalformedJson {
        Random random = new Random(seed);
        byte[] bytes = new RandomJson(random).record().getBytes(StandardCharsets.UTF_8);
        Set<String> kept = Set.of("a", "kept", "key \"x\"");
        JsonReader reader = JsonReader.keeping(kept, Set.of("whole"));

        assertThat(rendered(new QuickReader(bytes, 0, bytes.length, kept::contains, "whole"::equals).read()))
                .isEqualTo(rendered(reader.thoroughly(bytes, 0, bytes.length)));
    }

    @Test
    void agreesWhereOtherReadersDiffer() {
        for (String text : EDGES) {
            agrees(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void agreesOnBytesThatAreNotUtf8() {
        for (String hex : List.of(
                "c3",
                "c328",
                "c080",
                "e0809f",
                "eda080",
                "edb080",
                "f08080af",
                "f4908080",
                "f8888080",
                "80",
                "fe",
                "ff",
                "e28c",
                "f09f98")) {
            byte[] wrong = HexFormat.of().parseHex(hex);
            byte[] bytes = new byte[wrong.length + 8];
            System.arraycopy("{\"a\":\"".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 6);
            System.arraycopy(wrong, 0, bytes, 6, wrong.length);
            bytes[bytes.length - 2] = '"';
            bytes[bytes.length - 1] = '}';
            agrees(bytes);
        }
    }

    private static void agrees(byte[] bytes) {
        Optional<String> quickly = quickly(bytes, _ -> true);
        if (quickly.isPresent()) {
            assertThat(thoroughly(bytes))
                    .as(() -> new String(bytes, StandardCharsets.ISO_8859_1))
                    .isEqualTo(quickly);
        }
    }

    private static Optional<String> quickly(byte[] bytes, Predicate<String> isWanted) {
        try {
            return Optional.of(rendered(new QuickReader(bytes, 0, bytes.length, isWanted, _ -> false).read()));
        } catch (QuickReader.Declined declined) {
            return Optional.empty();
        }
    }

    private static Optional<String> thoroughly(byte[] bytes) {
        try {
            return Optional.of(rendered(LIBRARY.thoroughly(bytes, 0, bytes.length)));
        } catch (MalformedJson fault) {
            return Optional.empty();
        }
    }

    /// Nodes as text that tells every two different ones apart.
    private static String rendered(List<Node> nodes) {
        List<String> texts = new ArrayList<>();
        nodes.forEach(node -> texts.add(rendered(node)));
        return String.join("\n", texts);
    }

    private static String rendered(Node node) {
        return switch (node) {
            case Node.Text text -> "text of " + text.value().length() + ": " + text.value();
            case Node.Scalar scalar -> scalar.literal();
            case Node.Items items -> "[" + rendered(items.nodes()) + "]";
            case Node.Fields fields -> {
                StringBuilder all = new StringBuilder("{");
                fields.names()
                        .forEach(name -> all.append(name.length())
                                .append(' ')
                                .append(name)
                                .append('=')
                                .append(rendered(fields.get(name)))
                                .append(';'));
                yield all.append('}').toString();
            }
        };
    }
}
