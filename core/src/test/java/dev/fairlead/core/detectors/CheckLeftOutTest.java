package dev.fairlead.core.detectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.shell.CheckKind;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CheckLeftOutTest {

    @Test
    void staysQuietWhereEachOrderedCheckWasRunWhateverCameOfIt() {
        Script.of("""
                task    Add the flag.\\n## Verification\\n1. `npm run lint`\\n2. `npm test`
                edits   flag.js: a => b
                works
                runs    npm run lint && npm test -- --watch=false
                exits   1
                says    All done.
                """).play(new CheckLeftOut());
    }

    @Test
    void staysQuietWhereTheAgentNamesTheCheckThatItDidNotRun() {
        Script.of("""
                task    Add the flag.\\n## Verification\\n1. `npm run lint`\\n2. `npm test`
                edits   flag.js: a => b
                works
                runs    npm run lint
                exits   0
                says    All done. I could not run npm test here.
                """).play(new CheckLeftOut());
    }

    @Test
    void staysQuietOnAWordOnTheWayAndOnWhatIsManual() {
        Script.of("""
                task    Add the flag.\\n\\n## Verification\\n\\n`npm run lint`\\nManual testing:\\n- `npm test`
                edits   flag.js: a => b
                works
                says    The flag is read now.
                runs    npm run lint
                exits   0
                says    All done.
                """).play(new CheckLeftOut());
    }

    @Test
    void staysQuietOnceThePersonSpeaksOfSomethingElse() {
        Script.of("""
                task    Add the flag.\\n## Verification\\n1. `npm run lint`\\n2. `npm test`
                edits   flag.js: a => b
                works
                task    leave that, rename the option first
                says    All done.
                """).play(new CheckLeftOut());
    }

    @Test
    void flagsACheckThatWasNeverRunOnce() {
        List<Finding> findings = Script.of("""
                task    Add the flag.\\n## Verification\\n1. `npm run lint`\\n2. `npm test`
                edits   flag.js: a => b
                works
                runs    npm run lint
                exits   0
                says    All done.      << check-left-out medium
                says    All done.
                """).play(new CheckLeftOut());

        assertThat(findings)
                .extracting(Finding::claim)
                .containsExactly("said “All done.” and never ran `npm test`, which the person's message orders");
    }

    @Test
    void mindsLessWhereAnotherCheckOfTheKindWasRun() {
        Script.of("""
                task    Add the flag.\\n\\n**Verification:**\\n```\\nmake lint && make test-all\\n```
                edits   flag.c: a => b
                works
                runs    make lint && make test-unit
                exits   0
                says    All done.      << check-left-out low
                """).play(new CheckLeftOut());
    }

    @Test
    void readsNoMoreChecksThanItKeeps() {
        String many = "## Verification\n" + "`make test-%d`\n".repeat(OrderedCheck.MOST + 1);

        assertThat(OrderedCheck.in(many.formatted(1, 2, 3, 4, 5, 6, 7, 8, 9)))
                .hasSize(OrderedCheck.MOST)
                .first()
                .isEqualTo(new OrderedCheck("make test-1", CheckKind.TEST));
    }
}
