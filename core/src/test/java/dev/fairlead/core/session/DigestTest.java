package dev.fairlead.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        "took 12s, took 9s",
        "took 1.5m, took 9m",
        "took 12us, took 9us",
        "took 12ns, took 9ns",
        "took 12sec, took 9sec",
        "took 12min, took 9min",
        "took 1h, took 2h",
        "id a1b2c3d4, id d4c3b2a1",
        "at 1:234, at 2:345",
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
        "ab cd, cd ab",
        "ab (cd), ab [cd]",
        "took 12mm, took 9mm",
        "took 12, took 9",
        "took 1st, took 2nd",
        "id a1b2c3d, id d3c2b1a",
        "at 1:23, at 2:34",
        "step a1s, step a2s",
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

    @Test
    void readsAllOfAnAnswerThatFitsAndTheLengthOfOneThatDoesNot() {
        String half = "x ".repeat(ResultDigest.EDGE / 2);
        assertThat(ResultDigest.of(half + "y" + half.substring(1))).isNotEqualTo(ResultDigest.of(half + half));
        assertThat(ResultDigest.of(half + " y " + half)).isEqualTo(ResultDigest.of(half + " z " + half));
        assertThat(ResultDigest.of(half + " ".repeat(200) + half)).isNotEqualTo(ResultDigest.of(half + "  " + half));
    }

    @Test
    void passesOverColoursThatAreCutOff() {
        long plain = ResultDigest.of("red");
        assertThat(ResultDigest.of("red\u001b")).isEqualTo(plain);
        assertThat(ResultDigest.of("red\u001b[")).isEqualTo(plain);
        assertThat(ResultDigest.of("red\u001b[1;3")).isEqualTo(plain);
        assertThat(ResultDigest.of("red\u001bMgreen")).isEqualTo(ResultDigest.of("red green"));
    }

    private static long change(String before, String after) {
        return Changes.of(new Action.Edit("f", List.of(new Action.Replacement(before, after, false))))
                .getFirst()
                .state();
    }

    @Test
    void anEditIsTheSameHoweverMuchStandsAroundIt() {
        assertThat(change("a\nb\nc\nold\nd\ne\nf", "a\nb\nc\nnew\nd\ne\nf"))
                .isEqualTo(change("x\nb\nc\nold\nd\ne\ny", "x\nb\nc\nnew\nd\ne\ny"))
                .isEqualTo(-change("a\nb\nc\nnew\nd\ne\nf", "a\nb\nc\nold\nd\ne\nf"))
                .isNotEqualTo(change("a\nb\nX\nold\nd\ne\nf", "a\nb\nX\nnew\nd\ne\nf"))
                .isNotEqualTo(change("a\nb\nc\nold\nX\ne\nf", "a\nb\nc\nnew\nX\ne\nf"));
        assertThat(change("aa", "a")).isEqualTo(-change("a", "aa")).isNotZero();
        assertThat(change("same", "same")).isZero();
    }

    @Test
    void aCommandIsTheSameHoweverItIsSpaced() {
        long plain = command("make  all");
        assertThat(command(" make\tall ")).isEqualTo(plain);
        assertThat(command("make \t  all")).isEqualTo(plain);
        assertThat(command("cd /w && make all")).isEqualTo(plain);
        assertThat(command("cd /v && make all")).isNotEqualTo(plain);
        assertThat(command("makeall")).isNotEqualTo(plain);
    }

    private static long command(String line) {
        Action action = new Action.Command(line, Optional.empty());
        return Fingerprint.of(
                new Happening.ToolCalled(new CallId("c"), "Bash", Value.Fields.NONE, action), Optional.of("/w"));
    }
}
