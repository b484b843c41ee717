package dev.fairlead.code.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.code.Dimension;
import dev.fairlead.code.Remark;
import dev.fairlead.code.change.Changes;
import dev.fairlead.code.syntax.NativeParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReviewerTest {

    private static final String QUERY =
            "def find(cursor, name):\n    cursor.execute(\"SELECT * FROM a WHERE b = '\" + name + \"'\")\n";

    private static Review review(Optional<Coverage> coverage, String before, String after) {
        try (NativeParser parser = NativeParser.open()) {
            return new Reviewer(parser)
                    .review(
                            Changes.of(List.of(new Changes.Pair("shop.py", Optional.empty(), before, after))),
                            List.of(),
                            coverage);
        } catch (IOException absent) {
            throw new AssertionError(absent);
        }
    }

    private static List<String> told(Review review) {
        List<String> told = new ArrayList<>();
        review.remarks().stream().map(Remark::rule).forEach(told::add);
        review.card()
                .subjects()
                .forEach(each -> told.add("%s %s: %s".formatted(each.dimension(), each.grade(), each.arithmetic())));
        told.add("overall " + review.card().overall());
        return told;
    }

    @Test
    void judgesOnlyWhatWasAdded() {
        assertThat(told(review(Optional.empty(), QUERY, QUERY + "\n\nx = 1\n")))
                .containsExactly(
                        "security A: nothing found",
                        "reliability A: nothing found",
                        "complexity A: none of 0 functions became harder than 15",
                        "hygiene A: nothing found",
                        "overall A");
    }

    @Test
    void doesNotCallNewWhatStoodThereBefore() {
        String renamed = QUERY.replace("def find", "def find_one");
        assertThat(review(Optional.empty(), QUERY, renamed).remarks()).isEmpty();
    }

    @Test
    void leavesTheWholeNoBetterThanItsMostSeriousFindingAllows() {
        Review review = review(Optional.empty(), "", QUERY);
        assertThat(told(review))
                .containsExactly(
                        "sql-injection",
                        "security D: 1 high × 10 = 10",
                        "reliability A: nothing found",
                        "complexity A: none of 1 functions became harder than 15",
                        "hygiene A: nothing found",
                        "overall C");
        assertThat(review.focus().map(Focus::guidance).orElse(""))
                .isEqualTo("in `shop.py` line 2 your change runs a query that is put together from values: "
                        + "`cursor.execute(\"SELECT * FROM a WHERE b = '\" + name + \"'\")`; "
                        + "hand the values over as parameters of the query");
    }

    @Test
    void tellsWhichFunctionBecameHardToFollow() {
        StringBuilder nested = new StringBuilder("def f(a):\n");
        for (int depth = 1; depth <= 6; depth++) {
            nested.append("    ".repeat(depth)).append("if a > ").append(depth).append(":\n");
        }
        nested.append("    ".repeat(7)).append("go()\n");
        Review review = review(Optional.empty(), "def f(a):\n    go()\n", nested.toString());
        assertThat(review.card().subjects().get(2).arithmetic())
                .isEqualTo("1 of 1 functions rose above 15, by 6 together");
        assertThat(review.focus().map(Focus::claim).orElse(""))
                .isEqualTo("makes `f` hard to follow: cognitive complexity 21, was 0, and 15 is enough");
    }

    @Test
    void countsCoverageOfAddedLinesOnly() {
        Coverage coverage = new Coverage(Map.of("shop.py", Map.of(1, false, 2, false, 3, true, 4, false)));
        Review review = review(Optional.of(coverage), "a = 1\nb = 2\n", "a = 1\nb = 2\nc = 3\nd = 4\n");
        assertThat(review.card().coverage().map(ReportCard.Subject::arithmetic))
                .contains("1 of 2 added lines that can run are run: 50 %");
    }

    @Test
    void knowsNoCoverageWhereTheReportNamesNoneOfTheFiles() {
        Coverage coverage = new Coverage(Map.of("other.py", Map.of(1, true)));
        assertThat(review(Optional.of(coverage), "", "a = 1\n").card().coverage())
                .contains(new ReportCard.Subject(
                        Dimension.COVERAGE, Optional.empty(), "not known: the report names none of these files"));
    }

    @Test
    void namesTheSecretFirstThatDecidesTheWhole() {
        Review review = review(Optional.empty(), "", QUERY + "\n\nPASSWORD = \"hunter2\"\n");
        assertThat(review.card().cap()).contains("a secret in the code, which makes the whole D");
        assertThat(review.focus().map(Focus::line)).contains(5);
    }

    @Test
    void namesTheThreeFunctionsThatRoseMost() {
        StringBuilder text = new StringBuilder();
        for (int function = 6; function <= 9; function++) {
            text.append("def f%d(a):\n".formatted(function));
            for (int depth = 1; depth <= function; depth++) {
                text.append("    ".repeat(depth))
                        .append("if a > ")
                        .append(depth)
                        .append(":\n");
            }
            text.append("    ".repeat(function + 1)).append("go()\n");
        }
        assertThat(review(Optional.empty(), "", text.toString()).hardest().stream()
                        .map(FunctionDelta::told))
                .containsExactly(
                        "`f9` in `shop.py` line 28 has cognitive complexity 45, and is new",
                        "`f8` in `shop.py` line 18 has cognitive complexity 36, and is new",
                        "`f7` in `shop.py` line 9 has cognitive complexity 28, and is new");
    }
}
