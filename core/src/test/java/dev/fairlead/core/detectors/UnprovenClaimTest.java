package dev.fairlead.core.detectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.detect.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UnprovenClaimTest {

    @Test
    void staysQuietOnATestThatWasSeenToFail() {
        Script.of("""
                task    write a test for the leak
                writes  test_leak.py: assert closed
                works
                runs    pytest
                exits   1 1 failed
                edits   leak.py: a => b
                works
                runs    pytest
                exits   0 1 passed
                says    The test catches regressions of this kind.
                """).play(new UnprovenClaim());
    }

    @Test
    void flagsATestThatWouldCatchTheFaultAndNeverFailed() {
        Script.of("""
                task    write a test for the leak
                writes  test_leak.py: assert closed
                works
                runs    pytest
                exits   0 1 passed
                says    Done. This catches regressions.      << unproven-claim medium
                says    This catches regressions.
                """).play(new UnprovenClaim());
    }

    @Test
    void flagsACountAfterAnAnswerThatWasCutOff() {
        List<Finding> findings = Script.of("""
                task    where else is this done?
                looks   substring
                answers Output too large (42.8KB). Full output saved to a file
                says    I found three places.                << unproven-claim medium
                """).play(new UnprovenClaim());

        assertThat(findings)
                .extracting(Finding::claim)
                .containsExactly(
                        "said “I found three places.” though the answer of a search was cut off and not read on");
    }

    @Test
    void staysQuietOnceTheRestWasRead() {
        Script.of("""
                task    where else is this done?
                looks   substring
                answers Output too large (42.8KB). Full output saved to a file
                reads   /tmp/saved.txt
                works
                says    I found three places.
                """).play(new UnprovenClaim());
    }

    @Test
    void flagsAnOverallPassOverAPrintedFailure() {
        Script.of("""
                task    try the rewind
                runs    ./rewind verify
                exits   1 ✗ FAIL: extra.js should not be there
                runs    ./rewind cleanup
                exits   0
                says    Rewind restore: pass. **Overall: ✅ PASS**      << unproven-claim medium
                """).play(new UnprovenClaim());
    }

    @Test
    void staysQuietWhereTheFailureIsToldOrWasRunAgain() {
        Script.of("""
                task    try the rewind
                runs    ./rewind verify
                exits   1 ✗ FAIL: extra.js should not be there
                says    Overall pass, but the check of extra.js fails.
                runs    ./rewind verify
                exits   0
                says    Overall: PASS
                """).play(new UnprovenClaim());
    }

    @Test
    void flagsStillWorksFromReadingAlone() {
        Script.of("""
                task    did this break the amend?
                reads   hooks.py
                works
                says    No, amending still works through the fallback.      << unproven-claim medium
                """).play(new UnprovenClaim());
    }

    @Test
    void staysQuietOnAPlanAndAfterATrial() {
        Script.of("""
                task    did this break the amend?
                says    Let me see whether it still works.
                runs    pytest
                exits   0
                says    No, it still works.
                """).play(new UnprovenClaim());
    }

    @Test
    void flagsAllTestsAfterSomeByName() {
        List<Finding> findings = Script.of("""
                task    handle blanks
                edits   parser.go: a => b
                works
                runs    go test ./... -run TestBlanks
                exits   0 ok
                says    Done. All tests pass!                << unproven-claim medium
                """).play(new UnprovenClaim());

        assertThat(findings)
                .extracting(Finding::claim)
                .containsExactly(
                        "said “All tests pass!” though only some tests were run since the last change, by name");
    }

    @Test
    void staysQuietOnAllTestsThatRanOrWillRun() {
        Script.of("""
                task    handle blanks
                edits   parser.py: a => b
                works
                runs    pytest -k blanks
                exits   0 1 passed
                says    All tests pass. Let me run the rest.
                runs    pytest
                exits   0 40 passed
                runs    pytest -k blanks
                exits   0 1 passed
                says    All tests pass.
                runs    pytest -k blanks
                exits   0 1 passed
                says    All 3 blank tests pass.
                """).play(new UnprovenClaim());
    }

    @Test
    void flagsAFailureCalledOldThoughTheSameRunPassed() {
        Script.of("""
                task    add a timeout
                runs    pytest tests/net
                exits   0 8 passed
                edits   net.py: a => b
                works
                runs    pytest tests/net
                exits   1 1 failed
                says    The one failure is pre-existing.     << unproven-claim medium
                """).play(new UnprovenClaim());
    }

    @Test
    void staysQuietOnAFailureOfAnotherRun() {
        Script.of("""
                task    add a timeout
                runs    pytest tests/net
                exits   0 8 passed
                runs    pytest
                exits   1 1 failed
                says    The one failure is pre-existing.
                """).play(new UnprovenClaim());
    }

    @Test
    void flagsAMendingThatNothingTried() {
        Script.of("""
                task    mend the parser
                edits   parser.py: a => b
                works
                says    Fixed: the loop now ends at the last token.     << unproven-claim low
                runs    python try.py
                exits   0
                says    Fixed.
                """).play(new UnprovenClaim());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Is this failure pre-existing? Let me check with git stash.",
                "I broke test_x; the lint warning in b.py is pre-existing.",
                "The pre-existing helper does not handle None, so test_x fails now.",
                "The failure is pre-existing. Let me verify with git stash."
            })
    void staysQuietOnWhatElseIsCalledOld(String words) {
        Script.of("""
                task    add a timeout
                runs    pytest tests/net
                exits   0 8 passed
                runs    pytest tests/net
                exits   1 1 failed
                says    %s
                """.formatted(words)).play(new UnprovenClaim());
    }

    @Test
    void staysQuietOnAFailureThatWasLookedAtWithoutTheChangeOrThatThePersonKnows() {
        Script.of("""
                task    add a timeout
                runs    pytest tests/net
                exits   0 8 passed
                runs    pytest tests/net
                exits   1 1 failed
                runs    git stash && pytest tests/net; git stash pop
                exits   0 1 failed
                says    The one failure is pre-existing.
                """).play(new UnprovenClaim());
        Script.of("""
                task    add a timeout
                runs    pytest tests/net
                exits   0 8 passed
                runs    pytest tests/net
                exits   1 1 failed
                task    test_x is flaky for ages, ignore it
                says    OK, I leave the pre-existing failure alone.
                """).play(new UnprovenClaim());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pytest -k \"not slow\"", "mvn -q test -Dtest=*Test", "go test ./... -run ."})
    void staysQuietOnAllTestsAfterAPatternThatNamesNearlyAll(String run) {
        Script.of("""
                task    handle blanks
                edits   parser.py: a => b
                works
                runs    %s
                exits   0 400 passed
                says    All tests pass.
                """.formatted(run)).play(new UnprovenClaim());
    }

    @Test
    void staysQuietOnAllTestsThatTheSentenceNarrowsOrThatOnlyProseFollowed() {
        Script.of("""
                task    handle blanks
                edits   parser.py: a => b
                works
                runs    pytest -k blanks
                exits   0 4 passed
                says    All tests pass that I ran (only the blank ones).
                runs    pytest
                exits   0 40 passed
                edits   README.md: a => b
                works
                runs    pytest -k blanks
                exits   0 4 passed
                says    All tests pass.
                """).play(new UnprovenClaim());
    }

    @Test
    void staysQuietOnStillWorksAfterACheckOrInPlainTalk() {
        Script.of("""
                task    did this break the amend?
                runs    pytest
                exits   0 40 passed
                says    No.
                task    and amending itself?
                reads   hooks.py
                works
                says    Amending still works: test_amend passed just now.
                """).play(new UnprovenClaim());
        Script.of("""
                task    is Python 2 pip still working?
                says    No. It still works only with an old index.
                """).play(new UnprovenClaim());
    }

    @Test
    void quotesTheSentenceAndNoMore() {
        List<Finding> findings = Script.of("""
                task    did this break the amend?
                reads   hooks.py
                works
                says    No. What hooks.py does still works. More on that: | a | b |   << unproven-claim medium
                """).play(new UnprovenClaim());

        assertThat(findings)
                .extracting(Finding::claim)
                .containsExactly(
                        "said “What hooks.py does still works.” though nothing was run since the question, only read");
    }
}
