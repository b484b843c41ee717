package dev.fairlead.code.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.event.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class AttributionTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final SessionId SESSION = new SessionId("s1");

    private final AgentEdits edits = new AgentEdits();
    private long number;

    private void hear(Happening what) {
        edits.accept(new Event(SESSION, number, START.plusSeconds(number), Origin.line(number + 1), what));
        number++;
    }

    private void edit(String before, String after, Outcome outcome) {
        CallId call = new CallId("c" + number);
        Action action =
                new Action.Edit("/home/ada/shop/src/a.py", List.of(new Action.Replacement(before, after, false)));
        hear(new Happening.ToolCalled(call, "Edit", new Value.Fields(new TreeMap<>()), action));
        hear(new Happening.ToolReturned(call, outcome, OptionalInt.empty(), "", 0));
    }

    /// Of each line the step that wrote it, or `-`.
    private String steps(String text) {
        return new Attribution(edits.insertions())
                .of("src/a.py", text).stream()
                        .map(each -> each.map(by -> Long.toString(by.step())).orElse("-"))
                        .collect(Collectors.joining(" "));
    }

    @Test
    void knowsLinesByTheirTextWhereverTheyStandNow() {
        hear(new Happening.SessionStarted("claude-code", Optional.empty(), Optional.empty(), Optional.empty()));
        hear(new Happening.TaskGiven("add the totals\nand more", 0));
        edit("def old():", "def old():\n    total = sum(prices)\n    return total", Outcome.SUCCEEDED);
        edit("    return total", "    return round(total)", Outcome.SUCCEEDED);
        edit("import os", "import os\nimport shutil", Outcome.FAILED);

        assertThat(steps("""
            import os
            import shutil

            def old():
                    total = sum(prices)
                return round(total)
            """)).isEqualTo("- - - - 2 4");
        Authorship by = edits.insertions().getFirst().by();
        assertThat(List.of(by.agent(), by.request())).containsExactly("claude-code", "add the totals");
    }

    @Test
    void givesABracketToTheEditOfTheLineBefore() {
        edit("", "if (isOpen) {\n    close();\n}", Outcome.UNSTATED);
        assertThat(steps("if (isOpen) {\n    close();\n}\nelsewhere();\n}\n")).isEqualTo("0 0 0 - -");
    }

    @Test
    void countsWhatIsStillThereAfterAWhile() {
        edit("", "first line\nsecond line\nthird line", Outcome.SUCCEEDED);
        Attribution attribution = new Attribution(edits.insertions());
        Instant muchLater = START.plusSeconds(8 * 86_400L);

        assertThat(attribution.survival(
                        "src/a.py", 7, muchLater, time -> Optional.of("first line\nother\n  third line\n")))
                .isEqualTo(new Attribution.Survival(3, 2));
        assertThat(attribution.survival("src/a.py", 30, muchLater, time -> Optional.of("first line\n")))
                .isEqualTo(new Attribution.Survival(0, 0));
    }
}
