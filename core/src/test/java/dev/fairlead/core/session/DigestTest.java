package dev.fairlead.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.event.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DigestTest {

    private static Value text(String text) {
        return new Value.Text(text);
    }

    @Test
    void callsAreTheSameWhateverTheirDescription() {
        Value.Fields bare = Value.Fields.of(Map.of("command", text("ls"), "timeout", new Value.Numeral("5")));
        Value.Fields described = Value.Fields.of(Map.of(
                "command", text(" ls "), "timeout", new Value.Numeral("5"), "description", text("list the files")));
        assertThat(Digest.of(described)).isEqualTo(Digest.of(bare));
    }

    @Test
    void callsDifferInAnyOtherArgument() {
        List<Value> different = List.of(
                Value.Fields.of(Map.of("a", text("1"))),
                Value.Fields.of(Map.of("b", text("1"))),
                Value.Fields.of(Map.of("a", new Value.Numeral("1"))),
                Value.Fields.of(Map.of("a", new Value.Flag(true))),
                Value.Fields.of(Map.of("a", new Value.Flag(false))),
                Value.Fields.of(Map.of("a", new Value.Nothing())),
                Value.Fields.of(Map.of("a", new Value.Items(List.of(text("1"))))),
                Value.Fields.of(Map.of("a", new Value.Items(List.of(text("1"), text("2"))))),
                Value.Fields.of(Map.of("a", new Value.Items(List.of(text("2"), text("1"))))),
                Value.Fields.NONE);
        assertThat(different.stream().map(Digest::of).distinct()).hasSize(different.size());
    }

    @Test
    void nothingHasTheEmptyDigest() {
        assertThat(Digest.of("")).isEqualTo(Digest.EMPTY);
        assertThat(Digest.of("a")).isNotEqualTo(Digest.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({
        "3 failed in 0.42s, 3 failed in 1.07s",
        "took 12ms, took 9ms",
        "at 2026-01-02T03:04:05Z, at 2026-11-12T13:14:15Z",
        "at 03:04:05 done, at 13:14:15 done",
        "commit 3f2a9b1c7d, commit a81c0de992",
        "a   b, a b",
    })
    void answersAreTheSameButForTimesAndIdentifiers(String one, String other) {
        assertThat(ResultDigest.of(one)).isEqualTo(ResultDigest.of(other));
    }

    @Test
    void answersAreTheSameButForColours() {
        assertThat(ResultDigest.of("\u001b[31mred\u001b[0m")).isEqualTo(ResultDigest.of(" red"));
    }

    @ParameterizedTest
    @CsvSource({
        "3 failed, 2 failed",
        "line 41, line 42",
        "x = a, x = b",
        "exit 1, exit 2",
        "deadbeef, feedface",
        "ab, a b",
    })
    void answersDifferInPlainNumbersAndWords(String one, String other) {
        assertThat(ResultDigest.of(one)).isNotEqualTo(ResultDigest.of(other));
    }

    @Test
    void readsBothEndsOfALongAnswer() {
        String middle = "x".repeat(4 * ResultDigest.EDGE);
        long base = ResultDigest.of("head" + middle + "tail");
        assertThat(ResultDigest.of("HEAD" + middle + "tail")).isNotEqualTo(base);
        assertThat(ResultDigest.of("head" + middle + "TAIL")).isNotEqualTo(base);
        assertThat(ResultDigest.of("head" + middle + middle + "tail")).isNotEqualTo(base);
    }
}
