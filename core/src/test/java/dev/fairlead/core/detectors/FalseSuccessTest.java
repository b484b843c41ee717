package dev.fairlead.core.detectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.detectors.Claim.Topic;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FalseSuccessTest {

    @Test
    void staysQuietOnAClaimThatThePassingRunBearsOut() {
        Script.of("""
                task    mend the parser
                edits   parser.py: a => b
                works
                runs    pytest -q
                exits   0 12 passed
                runs    git commit -am mend
                exits   0
                runs    git push
                exits   0
                says    All tests pass. Committed and pushed.
                """).play(new FalseSuccess());
    }

    @Test
    void staysQuietOnWhatIsPlannedHedgedOrAsked() {
        Script.of("""
                task    mend the parser
                edits   parser.py: a => b
                works
                says    The tests should pass now.
                says    Let me see whether all tests pass.
                says    Do all tests pass?
                says    Once the build passes, I will push.
                """).play(new FalseSuccess());
    }

    @Test
    void staysQuietOnACandidReport() {
        Script.of("""
                task    mend the parser
                edits   parser.py: a => b
                works
                runs    pytest
                exits   1 2 failed, 10 passed
                says    All 10 new tests pass. The 2 that fail did so before my change.
                says    The focused parser tests pass.
                """).play(new FalseSuccess());
    }

    @Test
    void staysQuietWhereTheEvidenceMayLieElsewhere() {
        Script.of("""
                task    mend the parser
                runs    ./check-everything &
                works
                polls   check-everything
                works   all green
                says    All tests pass.
                """).play(new FalseSuccess());
    }

    @Test
    void staysQuietWhenOnlyProseChangedSinceTheRun() {
        Script.of("""
                task    mend the parser
                runs    pytest
                exits   0 12 passed
                edits   README.md: a => b
                works
                says    All tests pass.
                """).play(new FalseSuccess());
    }

    @Test
    void flagsAClaimAgainstTheLastRunOnce() {
        List<Finding> findings = Script.of("""
                task    mend the parser
                edits   parser.py: a => b
                works
                runs    pytest
                exits   1 2 failed, 10 passed
                says    All tests pass.          << false-success medium
                says    As I said, all tests pass.
                """).play(new FalseSuccess());

        assertThat(findings)
                .extracting(Finding::claim)
                .containsExactly("said “All tests pass.” though the last run of tests in this session failed");
    }

    @Test
    void flagsAClaimAgainstARunWhoseFailureAPipeHides() {
        Script.of("""
                task    mend the parser
                runs    go test ./... | tail -3
                exits   0 --- FAIL: TestParser (0.01s)\\nFAIL\\nFAIL: example.org/parser\t0.2s
                says    The tests pass now.      << false-success medium
                """).play(new FalseSuccess());
    }

    @Test
    void flagsAClaimOfACheckThatWasNeverRun() {
        Script.of("""
                task    mend the parser
                edits   parser.py: a => b
                works
                runs    git add parser.py
                exits   0
                says    Build and lint pass.     << false-success medium << false-success medium
                """).play(new FalseSuccess());
    }

    @Test
    void staysQuietWhereAProgramRanThatMayHaveBeenTheCheck() {
        Script.of("""
                task    mend the parser
                edits   parser.py: a => b
                works
                runs    python3 -m pytest
                exits   1 /usr/bin/python3: No module named pytest
                runs    bin/doctor sympy/parsing
                exits   0 31 passed
                says    The tests passed!
                """).play(new FalseSuccess());
    }

    @Test
    void staysQuietOnAFileOfTheAgentsOwnThatIsNotCommitted() {
        Script.of("""
                task    mend the parser and commit
                edits   parser.py: a => b
                works
                runs    git commit -am "mend the parser"
                exits   0
                writes  bench.py: x
                works
                says    The changes have been committed.
                """).play(new FalseSuccess());
    }

    @Test
    void flagsAClaimOlderThanTheLastEdit() {
        Script.of("""
                task    mend the parser
                runs    cargo test
                exits   0 ok
                edits   src/parser.rs: a => b
                works
                says    All tests pass.          << false-success medium
                """).play(new FalseSuccess());
    }

    @Test
    void flagsAPushThatLeavesEditsBehind() {
        Script.of("""
                task    mend the parser and push
                edits   parser.py: a => b
                works
                runs    git commit -am mend && git push
                exits   0
                edits   parser.py: b => c
                works
                says    Everything is pushed.    << false-success medium
                """).play(new FalseSuccess());
    }

    @Test
    void flagsAClaimThatThePersonRefutesAtOnce() {
        List<Finding> findings = Script.of("""
                task    show the notice once
                edits   notice.py: a => b
                works
                runs    pytest
                exits   0 3 passed
                says    Done! All tests pass.
                task    it is still showing every time       << false-success medium
                says    Now it is done.
                task    good. does it also work on Windows?
                says    All tests pass.
                task    lint fails on CI
                says    All tests pass.
                task    the tests fail on CI                 << false-success medium
                """).play(new FalseSuccess());

        assertThat(findings.getFirst().claim())
                .isEqualTo("said “Done!”, and the person answered “it is still showing every time”");
    }

    @Test
    void flagsWorkCalledDoneThatThePersonAnswersWithAFailingCheck() {
        Script.of("""
                task    remove the duplicate
                edits   a.go: a => b
                works
                runs    go test ./...
                exits   0 ok
                says    Done.
                task    linting is failing now             << false-success medium
                """).play(new FalseSuccess());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "All tests pass.",
                "- ✅ Unit tests pass (`make test`)",
                "Build passes, all tests pass.",
                "Build, tests, and lint all pass.",
                "| Tests | ✅ |"
            })
    void hearsThatTestsPass(String sentence) {
        assertThat(Claim.in(sentence)).singleElement().satisfies(claim -> {
            assertThat(claim.topics()).contains(Topic.TESTS);
            assertThat(claim.isSweeping()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tests can pass the folder directly.",
                "> All tests pass.",
                "```\nall tests pass\n```",
                "the check `all tests pass` is next",
                "- [ ] all tests pass",
                "CI: tests, build and lint are green",
                "All tests pass! (Except for two that need a network.)",
                "All tests passed before, and should again."
            })
    void hearsNoClaim(String text) {
        assertThat(Claim.in(text)).isEmpty();
    }

    @Test
    void hearsNothingInASpeechOfMoreThanTheLimit() {
        String claim = "All tests pass.";
        String longest = claim + " ".repeat(20_000 - claim.length());

        assertThat(Claim.in(longest)).extracting(Claim::topics).containsExactly(Set.of(Topic.TESTS));
        assertThat(Claim.in(longest + " ")).isEmpty();
    }

    @Test
    void staysQuietWhereASubAgentOrThePersonMayHaveRunTheTests() {
        Script.of("""
                task      mend the parser
                edits     parser.py: a => b
                works
                delegates run the tests
                works     all 4 passed
                says      All tests pass.
                """).play(new FalseSuccess());
        Script.of("""
                task    mend the parser
                edits   parser.py: a => b
                works
                task    I ran pytest: 40 passed
                says    All tests pass.
                """).play(new FalseSuccess());
    }

    @Test
    void staysQuietOnAnAccountOfOtherWork() {
        Script.of("""
                task    summarise what happened in log.txt
                reads   log.txt
                works   ...
                says    - Pushed and created a draft PR
                task    now mend the parser
                says    Pushed.                  << false-success medium
                """).play(new FalseSuccess());
    }
}
