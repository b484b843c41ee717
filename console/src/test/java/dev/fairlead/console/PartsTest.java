package dev.fairlead.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.console.Colours.Piece;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The small parts of pages.
final class PartsTest {

    private static String shown(List<DiffLine> lines) {
        return lines.stream().map(line -> line.mark() + line.text()).collect(Collectors.joining("\n"));
    }

    @Test
    void aChangeIsShownWithThreeLinesAround() {
        String before = "1\n2\n3\n4\n5\n6\nold\n8\n9\n10\n11\n12";
        assertThat(shown(DiffLine.between(before, before.replace("old", "new"))))
                .isEqualTo(" \n 4\n 5\n 6\n−old\n+new\n 8\n 9\n 10\n ");
    }

    @Test
    void whatIsNewIsAllIn() {
        assertThat(shown(DiffLine.between("", "a\nb"))).isEqualTo("+a\n+b");
    }

    @Test
    void linesOfCodeAreToldApart() {
        assertThat(Colours.of("return \"a\" + 12 # why"))
                .containsExactly(
                        new Piece("k", "return"),
                        new Piece("", " "),
                        new Piece("s", "\"a\""),
                        new Piece("", " + "),
                        new Piece("n", "12"),
                        new Piece("", " "),
                        new Piece("c", "# why"));
    }

    @Test
    void backquotesMarkCode() {
        assertThat(Words.of("called `make` and `"))
                .containsExactly(
                        new Words.Part("called ", false),
                        new Words.Part("make", true),
                        new Words.Part(" and `", false));
    }
}
