package dev.fairlead.wire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fairlead.core.event.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class JsonReaderTest {

    private static final JsonReader ALL = JsonReader.ofAll();

    private static Node.Fields fields(JsonReader reader, String text) throws MalformedJson {
        return (Node.Fields) reader.read(text).getFirst();
    }

    @Test
    void readsEveryShape() throws MalformedJson {
        Node.Fields read = fields(ALL, "{\"t\":\"x\",\"n\":1.50,\"b\":true,\"z\":null,\"i\":[1,{\"k\":false}]}");

        assertThat(Node.arguments(read))
                .isEqualTo(Value.Fields.of(Map.of(
                        "t",
                        new Value.Text("x"),
                        "n",
                        new Value.Numeral("1.50"),
                        "b",
                        new Value.Flag(true),
                        "z",
                        new Value.Nothing(),
                        "i",
                        new Value.Items(List.of(
                                new Value.Numeral("1"), Value.Fields.of(Map.of("k", new Value.Flag(false))))))));
    }

    @Test
    void skipsKeysAtAnyDepthButNotWithinOnesKeptWhole() throws MalformedJson {
        JsonReader reader = JsonReader.skipping(Set.of("big"), Set.of("input"));

        Node.Fields read = fields(reader, "{\"big\":{\"a\":[1]},\"in\":{\"big\":1},\"input\":{\"x\":{\"big\":2}}}");

        assertThat(read.names()).containsExactly("in", "input");
        assertThat(read.fields("in").has("big")).isFalse();
        assertThat(read.fields("input").fields("x").number("big")).hasValue(2);
    }

    @Test
    void keepsOnlyWhatItIsToldToAtAnyDepth() throws MalformedJson {
        JsonReader reader = JsonReader.keeping(Set.of("in", "a"), Set.of("input"));

        Node.Fields read = fields(reader, "{\"x\":{\"a\":1},\"in\":[{\"a\":1,\"b\":2}],\"input\":{\"x\":{\"y\":2}}}");

        assertThat(read.names()).containsExactly("in", "input");
        assertThat(((Node.Fields) read.items("in").nodes().getFirst()).names()).containsExactly("a");
        assertThat(read.fields("input").fields("x").number("y")).hasValue(2);
    }

    @Test
    void checksWhatItSkips() {
        JsonReader reader = JsonReader.skipping(Set.of("big"), Set.of());

        assertThat(catchThrowableOfType(MalformedJson.class, () -> reader.read("{\"big\":[1,}")))
                .isNotNull();
    }

    @Test
    void takesTheLastOfAKeyThatStandsTwice() throws MalformedJson {
        assertThat(fields(ALL, "{\"a\":1,\"a\":2}").number("a")).hasValue(2);
    }

    @Test
    void readsSeveralValuesOnALine() throws MalformedJson {
        assertThat(ALL.read("{} [] 1")).hasSize(3);
        assertThat(ALL.read(" ")).isEmpty();
    }

    @Test
    void handsOverWhatStandsBeforeTheFault() {
        MalformedJson fault = catchThrowableOfType(MalformedJson.class, () -> ALL.read("{\"a\":1}{\"b\":"));

        assertThat(fault.before())
                .singleElement()
                .isInstanceOfSatisfying(
                        Node.Fields.class,
                        before -> assertThat(before.number("a")).hasValue(1));
        assertThat(fault.getMessage()).isNotBlank().doesNotContain("\n");
    }

    @Test
    void nestsAsDeepAsItSaysAndNoDeeper() throws MalformedJson {
        int deepest = JsonReader.DEEPEST;

        assertThat(ALL.read("[".repeat(deepest) + "]".repeat(deepest))).hasSize(1);
        assertThat(catchThrowableOfType(
                        MalformedJson.class, () -> ALL.read("[".repeat(deepest + 1) + "]".repeat(deepest + 1))))
                .hasMessageContaining("nesting depth");
    }

    @Test
    void readsInvalidUtf8AsReplacementCharacters() throws MalformedJson {
        byte[] bytes = "{\"a\":\"x~y\"}".getBytes(StandardCharsets.UTF_8);
        bytes[7] = (byte) 0xC3;

        Node.Fields read = (Node.Fields) ALL.read(bytes, 0, bytes.length).getFirst();

        assertThat(read.text("a")).contains("x\uFFFDy");
    }

    @Test
    void refusesWhatIsNoJson() {
        for (String text : List.of(
                "{", "}", "nul", "'a'", "{a:1}", "[1,]", "\0", "\0\r", "\0{\0}", "\"a\nb\"", "01", "NaN", "// x")) {
            assertThat(catchThrowableOfType(MalformedJson.class, () -> ALL.read(text)))
                    .as(text)
                    .isNotNull();
        }
    }

    @Test
    void givesStandInsForWhatIsNotThere() throws MalformedJson {
        Node.Fields read = fields(ALL, "{\"t\":\"x\",\"big\":12345678901,\"huge\":1e99}");

        assertThat(read.text("none")).isEmpty();
        assertThat(read.textOr("none", "y")).isEqualTo("y");
        assertThat(read.fields("t")).isSameAs(Node.Fields.NONE);
        assertThat(read.items("t")).isSameAs(Node.Items.NONE);
        assertThat(read.integer("big")).isEmpty();
        assertThat(read.number("big")).hasValue(12_345_678_901L);
        assertThat(read.number("huge")).isEmpty();
        assertThat(read.isTrue("t")).isFalse();
        assertThat(read.names()).containsExactly("t", "big", "huge");
    }
}
