package dev.fairlead.core.detectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.detect.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InstructionIgnoredTest {

    @Test
    void staysQuietWhileTheWordsAreKept() {
        Script.of("""
                task    mend the parser, but do not push and don't touch docs/
                edits   parser.py: a => b
                works
                runs    git commit -am "do not git push"
                exits   0
                """).play(new InstructionIgnored());
    }

    @Test
    void staysQuietOnceThePersonSpeaksOfItAgain() {
        Script.of("""
                task    mend the parser, do not push
                edits   parser.py: a => b
                works
                task    good, push it
                runs    git push
                exits   0
                """).play(new InstructionIgnored());
    }

    @Test
    void staysQuietOnAConditionThatOnlyAReaderCanWeigh() {
        Script.of("""
                task    do not push until the tests pass
                runs    git push
                exits   0
                """).play(new InstructionIgnored());
    }

    @Test
    void flagsAForbiddenActionOnce() {
        List<Finding> findings = Script.of("""
                task    mend the parser. Do not push yet.
                edits   parser.py: a => b
                works
                runs    git commit -am mend && git push      << instruction-ignored medium
                exits   0
                runs    git push
                exits   0
                """).play(new InstructionIgnored());

        assertThat(findings)
                .extracting(Finding::claim)
                .containsExactly("ran `git push` against the words “Do not push yet.”");
    }

    @Test
    void flagsAForbiddenPathAndAPathOutsideTheOnlyOneAllowed() {
        Script.of("""
                task    Don't touch `src/legacy/`
                edits   src/legacy/old.py: a => b            << instruction-ignored medium
                works
                task    only edit src/parser.py
                edits   src/parser.py: a => b
                works
                edits   src/lexer.py: a => b                 << instruction-ignored medium
                works
                """).play(new InstructionIgnored());
    }

    @Test
    void flagsAnyChangeWhereNoneIsWanted() {
        Script.of("""
                task    how would you do it? do not change anything
                edits   parser.py: a => b                    << instruction-ignored medium
                works
                """).play(new InstructionIgnored());
    }

    @Test
    void flagsAProgramThatAnotherOneIsToStandFor() {
        Script.of("""
                task    add the package; use pnpm instead of npm
                runs    npm install left-pad                 << instruction-ignored medium
                exits   0
                """).play(new InstructionIgnored());
    }

    @Test
    void leavesOldWordsToTheOther() {
        Script.of("""
                task    do not push
                task    now mend the lexer
                runs    git push
                exits   0
                """).play(new InstructionIgnored());
    }
}
