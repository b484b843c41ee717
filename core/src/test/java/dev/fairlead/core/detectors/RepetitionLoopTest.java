package dev.fairlead.core.detectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.core.detect.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RepetitionLoopTest {

    @Test
    void staysQuietWhenTestsAreRunAgainAfterEachChange() {
        Script.of("""
                task    make the tests pass
                runs    pytest
                exits   1 3 failed
                edits   a.py: x = 1 => x = 2
                works
                runs    pytest
                exits   1 3 failed
                edits   a.py: x = 2 => x = 3
                works
                runs    pytest
                exits   1 3 failed
                edits   a.py: x = 3 => x = 4
                works
                runs    pytest
                exits   1 3 failed
                """).play(new RepetitionLoop());
    }

    @Test
    void staysQuietWhenTheAnswerIsNewEachTime() {
        Script.of("""
                task    wait until the queue is empty
                runs    queue length
                works   14
                runs    queue length
                works   9
                runs    queue length
                works   4
                runs    queue length
                works   1
                """).play(new RepetitionLoop());
    }

    @Test
    void staysQuietOnTheSameEditOverManyFiles() {
        Script.of("""
                task    rename the flag everywhere
                edits   a.py: old_flag => new_flag
                works   updated
                edits   b.py: old_flag => new_flag
                works   updated
                edits   c.py: old_flag => new_flag
                works   updated
                edits   d.py: old_flag => new_flag
                works   updated
                edits   e.py: old_flag => new_flag
                works   updated
                """).play(new RepetitionLoop());
    }

    @Test
    void staysQuietOnDeclaredPollingWithinThreeTimesTheLimit() {
        Script.of("""
                task    tell me when the build is done
                runs    sleep 30; gh run view 7
                works   in progress
                runs    sleep 30; gh run view 7
                works   in progress
                runs    sleep 30; gh run view 7
                works   in progress
                runs    sleep 30; gh run view 7
                works   in progress
                polls   build
                works   running
                polls   build
                works   running
                polls   build
                works   running
                polls   build
                works   running
                """).play(new RepetitionLoop());
    }

    @Test
    void staysQuietWhenThePersonAsksForItAgain() {
        Script.of("""
                task    run the tests
                runs    pytest
                works   ok
                task    again
                runs    pytest
                works   ok
                task    again
                runs    pytest
                works   ok
                task    and again
                runs    pytest
                works   ok
                """).play(new RepetitionLoop());
    }

    @Test
    void staysQuietWhenAPersonRefusesTheSameCall() {
        Script.of("""
                task    push it
                runs    git push
                refused
                runs    git push
                refused
                runs    git push
                refused
                runs    git push
                refused
                """).play(new RepetitionLoop());
    }

    @Test
    void flagsTheFourthIdenticalCallWithTheSameAnswerAndOnlyThat() {
        List<Finding> findings = Script.of("""
                task    make the tests pass
                runs    pytest
                exits   1 3 errors in 0.42s
                runs    pytest
                exits   1 3 errors in 0.40s
                says    let me try once more
                runs    pytest
                exits   1 3 errors in 0.44s
                runs    pytest
                exits   1 3 errors in 0.41s << repetition-loop medium
                runs    pytest
                exits   1 3 errors in 0.47s
                """).play(new RepetitionLoop());
        assertThat(findings.getFirst().claim())
                .isEqualTo("called `Bash` with `pytest` 4 times in a row and got the same answer each time");
        assertThat(findings.getFirst().evidence()).hasSize(8);
    }

    @Test
    void speaksAgainOfAnotherStreak() {
        Script.of("""
                task    find the cause
                looks   cause
                works   nothing
                looks   cause
                works   nothing
                looks   cause
                works   nothing
                looks   cause
                works   nothing << repetition-loop medium
                reads   a.py
                works   text
                reads   b.py
                works   text
                reads   b.py
                works   text
                reads   b.py
                works   text
                reads   b.py
                works   text << repetition-loop medium
                """).play(new RepetitionLoop());
    }

    @Test
    void flagsACycleOfTwoCallsInItsThirdRound() {
        Script.of("""
                task    find the setting
                looks   timeout
                works   settings.py:3
                reads   settings.py
                works   timeout = 3
                looks   timeout
                works   settings.py:3
                reads   settings.py
                works   timeout = 3
                looks   timeout
                works   settings.py:3
                reads   settings.py
                works   timeout = 3 << repetition-loop medium
                looks   timeout
                works   settings.py:3
                """).play(new RepetitionLoop());
    }

    @Test
    void flagsACycleOfFiveCallsInItsThirdRound() {
        String round = """
                reads   a.py
                works   a
                reads   b.py
                works   b
                reads   c.py
                works   c
                reads   d.py
                works   d
                reads   e.py
                """;
        Script.of("task look around\n" + (round + "works   e\n").repeat(2) + round
                        + "works   e << repetition-loop medium\n")
                .play(new RepetitionLoop());
    }

    @Test
    void staysQuietWhenIdenticalCallsLieFarApartOrSomethingWasChangedBetween() {
        Script.of("""
                task    make the tests pass
                runs    pytest
                exits   1 3 failed
                writes  a.py: one
                works
                runs    pytest
                exits   1 3 failed
                writes  a.py: two
                works
                runs    pytest
                exits   1 3 failed
                writes  a.py: three
                works
                runs    pytest
                exits   1 3 failed
                """).play(new RepetitionLoop());
    }

    @Test
    void flagsTheFourthIdenticalCallAmongTenWithNothingChangedBetween() {
        List<Finding> findings = Script.of("""
                task    find the setting
                reads   settings.py
                works   timeout = 3
                looks   timeout
                works   settings.py:3
                reads   settings.py
                works   timeout = 3
                looks   limit
                works   settings.py:9
                looks   retries
                works   settings.py:7
                reads   settings.py
                works   timeout = 3
                runs    cat notes.md
                works   nothing of use
                reads   settings.py
                works   timeout = 3 << repetition-loop medium
                reads   settings.py
                works   timeout = 3
                """).play(new RepetitionLoop());
        assertThat(findings.getFirst().claim())
                .isEqualTo(
                        "called `Read` on `settings.py` 4 times within a few calls and changed nothing else between");
    }

    @Test
    void flagsTheSameChangeAgainAndAgainWhateverItPrints() {
        Script.of("""
                task    add the import
                edits   a.py: import a => import a\\nimport b
                works   the file has 11 lines
                edits   a.py: import a => import a\\nimport b
                works   the file has 12 lines
                edits   a.py: import a => import a\\nimport b
                works   the file has 13 lines
                edits   a.py: import a => import a\\nimport b
                works   the file has 14 lines << repetition-loop medium
                """).play(new RepetitionLoop());
    }

    @Test
    void flagsTheSameChangeAgainAndAgainWithRunsBetween() {
        Script.of("""
                task    centre the windows
                edits   a.py: x => x\\ny
                works   1152 lines
                runs    python try.py
                works   one
                edits   a.py: x => x\\ny
                works   1155 lines
                runs    python try.py
                works   two
                edits   a.py: x => x\\ny
                works   1158 lines
                runs    python try.py
                works   three
                edits   a.py: x => x\\ny
                works   1161 lines << repetition-loop medium
                """).play(new RepetitionLoop());
    }

    @Test
    void flagsPollingAtThreeTimesTheLimit() {
        Script.of("task wait\n" + "polls   build\nworks   running\n".repeat(11)
                        + "polls   build\nworks   running << repetition-loop medium\n")
                .play(new RepetitionLoop());
    }

    @Test
    void comparesCallsAloneWhereItsLimitsSaySo() {
        Script.of("""
                task    what time is it
                runs    date
                works   one
                runs    date
                works   two
                runs    date
                works   three << repetition-loop medium
                """).play(new RepetitionLoop(new LoopLimits(3, 0, 1, false, 1)));
    }

    @Test
    void speaksAgainAndOverThePersonsWordsWhereItsLimitsSaySo() {
        Script.of("""
                task    what time is it
                runs    date
                works   noon
                task    and now
                runs    date
                works   noon << repetition-loop medium
                runs    date
                works   noon
                runs    date
                works   noon << repetition-loop medium
                """)
                .play(new RepetitionLoop(
                        new LoopLimits(2, 0, 1, true, 1).speakingAgain().acrossTasks()));
    }

    @Test
    void refusesLimitsThatItCannotKeep() {
        assertThatThrownBy(() -> new LoopLimits(LoopLimits.WINDOW + 1, 3, 1, true, 1))
                .hasMessage("limits need more than 64 calls to compare");
        assertThatThrownBy(() -> new LoopLimits(4, 3, 6, true, 1)).hasMessage("cycles of 6 calls are not looked for");
        assertThatThrownBy(() -> new LoopLimits(-1, 3, 5, true, 1))
                .hasMessage("a limit is negative, or patience is below 1");
    }
}
