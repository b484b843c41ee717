package dev.fairlead.core.detectors;

import org.junit.jupiter.api.Test;

final class UnaskedCommitTest {

    @Test
    void flagsTheFirstCommitThatNobodyAskedFor() {
        Script.of("""
                task    address the feedback on the parser
                edits   parser.py: a => b
                works
                runs    git add -A && git commit -m "Keep blanks"
                exits   0                                   << unasked-commit low
                runs    git push
                exits   0
                """).play(new UnaskedCommit());
    }

    @Test
    void flagsAPushAndAPullRequest() {
        Script.of("""
                task    fix the parser
                runs    git push origin HEAD
                exits   0                                   << unasked-commit medium
                """).play(new UnaskedCommit());
        Script.of("""
                task    fix the parser
                runs    gh pr create --fill
                exits   0                                   << unasked-commit medium
                """).play(new UnaskedCommit());
    }

    @Test
    void staysQuietOnceSomebodySpokeOfIt() {
        Script.of("""
                task    fix the parser, then open a PR
                runs    git commit -am x && git push
                exits   0
                task    and the lexer
                runs    git commit -am y
                exits   0
                """).play(new UnaskedCommit());
    }

    @Test
    void staysQuietOnACommitThatFailedOrWasOnlyTried() {
        Script.of("""
                task    fix the parser
                runs    git commit -am x
                exits   1 nothing to commit
                runs    git push --dry-run
                exits   0
                """).play(new UnaskedCommit());
    }

    @Test
    void staysQuietInARepositoryOfItsOwn() {
        Script.of("""
                task    how does a rename show in the log?
                runs    cd /tmp/try && git init && git commit --allow-empty -m x
                exits   0
                """).play(new UnaskedCommit());
    }
}
