package dev.fairlead.cli.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.wire.json.Node;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTextTest {

    private static final Node.Fields GROUP = Json.object("command", "run", "timeout", 5);

    @Test
    void addsToAnEmptyTextAnObjectLaidOutAsPeopleDo() throws MalformedSettings {
        JsonText text = JsonText.of("");

        assertThat(text.with(text.root(), "hooks", GROUP).text()).isEqualTo("""
                {
                  "hooks": {
                    "command": "run",
                    "timeout": 5
                  }
                }
                """);
    }

    @Test
    void keepsCommentsOrderAndIndentation() throws MalformedSettings {
        JsonText text = JsonText.of("""
                // mine
                {
                \t"model": "x", // the dear one
                \t"list": [1, 2] /* short */
                }
                """);

        assertThat(text.with(text.root(), "hooks", GROUP).text()).isEqualTo("""
                // mine
                {
                \t"model": "x", // the dear one
                \t"list": [1, 2],
                \t"hooks": {
                \t\t"command": "run",
                \t\t"timeout": 5
                \t} /* short */
                }
                """);
    }

    @Test
    void keepsTheHabitOfACommaAfterTheLastEntry() throws MalformedSettings {
        JsonText text = JsonText.of("{\n    \"a\": 1,\n}\n");

        assertThat(text.with(text.root(), "b", new Node.Text("\"")).text())
                .isEqualTo("{\n    \"a\": 1,\n    \"b\": \"\\\"\",\n}\n");
    }

    @Test
    void keepsToOneLineWhatIsOnOneLine() throws MalformedSettings {
        JsonText text = JsonText.of("{\"a\":1}");

        assertThat(text.with(text.root(), "b", GROUP).text())
                .isEqualTo("{\"a\":1, \"b\": {\"command\": \"run\", \"timeout\": 5}}");
    }

    @Test
    void keepsTheEndsOfLinesOfOtherSystems() throws MalformedSettings {
        JsonText text = JsonText.of("{\r\n  \"a\": 1\r\n}\r\n");

        assertThat(text.with(text.root(), "b", GROUP).text())
                .isEqualTo(
                        "{\r\n  \"a\": 1,\r\n  \"b\": {\r\n    \"command\": \"run\",\r\n    \"timeout\": 5\r\n  }\r\n}\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{ }\n",
                "{\"a\": 1}",
                "{\n  \"a\": 1\n}\n",
                "{\n  \"a\": 1,\n}\n",
                "{\n  \"a\": 1 // why\n}\n",
                "{\n  // nothing yet\n}\n",
                "{\n\t\"a\": {\"b\": [ ] },\n\n\t\"c\": [1,\n2]\n}",
            })
    void takesOutAgainWhatItAdded(String before) throws MalformedSettings {
        JsonText text = JsonText.of(before);
        JsonText with = text.with(text.root(), "new", GROUP);

        assertThat(with.without(with.root(), with.root().entries().size() - 1)
                        .text()
                        .replaceAll("\\s", ""))
                .isEqualTo(before.replaceAll("\\s", ""));
    }

    @Test
    void takesOutAnyEntryOfAList() throws MalformedSettings {
        JsonText text = JsonText.of("{\"a\": [\n  1,\n  2, // two\n  3\n]}");
        Spot.Box list = text.box(text.root(), "a", '[').orElseThrow();

        assertThat(text.without(list, 0).text()).isEqualTo("{\"a\": [\n  2, // two\n  3\n]}");
        assertThat(text.without(list, 1).text()).isEqualTo("{\"a\": [\n  1, // two\n  3\n]}");
        assertThat(text.without(list, 2).text()).isEqualTo("{\"a\": [\n  1,\n  2 // two\n]}");
    }

    @Test
    void ofAKeyThatStandsTwiceTheLastCounts() throws MalformedSettings {
        JsonText text = JsonText.of("{\"a\": {}, \"a\": {\"b\": 1}}");

        assertThat(text.box(text.root(), "a", '{').orElseThrow().entries()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "[]", "{} {}", "{\"a\" 1}", "{\"a\": 1 \"b\": 2}", "{a: 1}", "{\"a\": \"", "{/*", "{\"a\":}"
            })
    void refusesWhatIsNotAnObject(String text) {
        assertThatThrownBy(() -> JsonText.of(text)).isInstanceOf(MalformedSettings.class);
    }

    @Test
    void saysWhereItStopsToBeJson() {
        assertThatThrownBy(() -> JsonText.of("{\n  \"a\": 1,\n  b\n}")).hasMessage("it is not JSON at line 3");
    }

    @Test
    void refusesToLookIntoWhatIsOfAnotherKind() throws MalformedSettings {
        JsonText text = JsonText.of("{\"hooks\": [], \"list\": {}}");

        assertThatThrownBy(() -> text.box(text.root(), "hooks", '{')).hasMessage("`hooks` in it is not an object");
        assertThatThrownBy(() -> text.box(text.root(), "list", '[')).hasMessage("`list` in it is not a list");
    }

    @Test
    void refusesWhatIsNestedTooDeep() throws MalformedSettings {
        assertThat(JsonText.of("{\"a\":" + "[".repeat(199) + "1" + "]".repeat(199) + "}")
                        .root()
                        .entries())
                .hasSize(1);
        assertThatThrownBy(() -> JsonText.of("{\"a\":" + "[".repeat(200) + "1" + "]".repeat(200) + "}"))
                .hasMessage("it is nested deeper than 200 levels");
    }

    @Test
    void writesAWholeFile() {
        assertThat(JsonText.file(Json.object("a", 1, "b", List.of("x"), "c", Node.Items.NONE)))
                .isEqualTo("""
                {
                  "a": 1,
                  "b": [
                    "x"
                  ],
                  "c": []
                }
                """);
    }
}
