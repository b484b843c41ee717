package dev.fairlead.core.detectors;

import org.junit.jupiter.api.Test;

final class WrongAssumptionTest {

    @Test
    void staysQuietWhenThePersonAsksForSomethingElse() {
        Script.of("""
                task    where are the limits kept?
                says    In limits.py.
                task    no, I want them in a table
                """).play(new WrongAssumption());
    }

    @Test
    void staysQuietOnACorrectionOfNothingTheAgentSaid() {
        Script.of("""
                task    that is not correct in the docs: mend it
                """).play(new WrongAssumption());
    }

    @Test
    void flagsAStatementThatThePersonCorrects() {
        Script.of("""
                task    where are the limits kept?
                says    In limits.py, as seconds.
                task    that's not correct, they are milliseconds     << wrong-assumption medium
                says    Right.
                task    thanks
                """).play(new WrongAssumption());
    }

    @Test
    void flagsACallThatIsRefusedWithACorrection() {
        Script.of("""
                task    how do we sign the release?
                says    The tool has a setting for it.
                runs    release --sign-app
                refused the user said: there is no such thing, did you make that up?   << wrong-assumption medium
                """).play(new WrongAssumption());
    }

    @Test
    void flagsAMergeThatIsRefusedForAnotherBranch() {
        Script.of("""
                task    merge the parent branch
                runs    git merge origin/main
                refused the user said: merge origin/alex/tracking             << wrong-assumption medium
                """).play(new WrongAssumption());
    }

    @Test
    void staysQuietOnARefusalForAnotherReason() {
        Script.of("""
                task    merge the parent branch
                says    I will merge it.
                runs    git merge origin/main
                refused the user said: let's cut a branch first
                runs    git merge origin/main
                refused
                """).play(new WrongAssumption());
    }
}
