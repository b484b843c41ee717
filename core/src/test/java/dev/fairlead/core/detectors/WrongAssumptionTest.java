package dev.fairlead.core.detectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void flagsAMergeThatThePersonAnswersWithAnotherBranch() {
        Script.of("""
                task    there are conflicts with the parent branch
                runs    git merge origin/main --no-commit
                exits   1 CONFLICT
                says    Six files conflict. Let me look at them.
                task    the parent is alex/type-consolidation            << wrong-assumption medium
                """).play(new WrongAssumption());
    }

    @Test
    void staysQuietOnABranchThatIsNamedForSomethingElse() {
        Script.of("""
                task    merge main
                runs    git merge origin/main
                works
                task    now push it to origin/alex/tracking
                runs    git merge origin/main
                works
                task    origin/main it is
                runs    git rebase origin/main
                works
                task    what does src/core/fold.rs say of it?
                """).play(new WrongAssumption());
    }

    @Test
    void flagsAPartThatIsNotCorrectAndCodeThatIsRight() {
        Script.of("""
                task    document how the links work
                says    Only one strategy adds the trailer.
                task    the first part is not fully correct, both add it    << wrong-assumption medium
                says    The tests expect another text, so I will change the code.
                task    change the tests, the code is right              << wrong-assumption medium
                """).play(new WrongAssumption());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I just checked and it works, thanks",
                "I just tested and I see it in the metadata now, great",
                "the code is right, thanks. now add a test for it",
                "I just checked and there is no other open issue. let's close it",
                "Is it true that this is not correct in python 2?",
                "\"that's not correct\" is what the customer wrote me. how do I answer?"
            })
    void staysQuietOnPraiseQuestionsAndQuotations(String message) {
        Script.of("""
                task    where are the limits kept?
                says    In limits.py, as seconds.
                task    %s
                """.formatted(message)).play(new WrongAssumption());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "that's incorrect",
                "Nope, it isn't in seconds",
                "I just checked and there's no such file",
                "can you look again? I just tried and it doesn't work"
            })
    void flagsACorrectionInManyWords(String message) {
        Script.of("""
                task    where are the limits kept?
                says    In limits.py, as seconds.
                task    %s  << wrong-assumption medium
                """.formatted(message)).play(new WrongAssumption());
    }

    @Test
    void staysQuietOnABranchThatAQuestionIsAbout() {
        Script.of("""
                task    update my branch
                runs    git rebase origin/main
                works
                says    Rebased. Which branch shall the PR go to?
                task    origin/develop
                runs    git rebase origin/main
                works
                says    Rebased.
                task    how far behind origin/develop are we?
                runs    git rebase origin/main
                works
                says    Rebased.
                task    and origin/develop?
                """).play(new WrongAssumption());
    }
}
