package dev.fairlead.core.detectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.core.detect.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RepeatedToolFailureTest {

    @Test
    void staysQuietWhenSomethingWasChangedBetween() {
        Script.of("""
                task    make it build
                runs    make
                exits   2 error: x is undefined
                edits   x.c: a => b
                works
                runs    make
                exits   2 error: x is undefined
                runs    npm install left-pad
                works   added 1 package
                runs    make
                exits   2 error: x is undefined
                """).play(new RepeatedToolFailure());
    }

    @Test
    void staysQuietOnSearchesThatFindNothingAndOnRefusals() {
        Script.of("""
                task    find it
                runs    grep -r needle src
                exits   1
                runs    grep -r needle src
                exits   1
                runs    grep -r needle src
                exits   1
                runs    git push
                refused
                runs    git push
                refused
                runs    git push
                refused
                """).play(new RepeatedToolFailure());
    }

    @Test
    void staysQuietOnTwoFailuresAndOnFailuresOfDifferentPurposes() {
        Script.of("""
                task    update the three modules
                edits   a.py: x => y
                fails   String to replace not found in file.
                edits   b.py: x => y
                fails   String to replace not found in file.
                edits   c.py: x => y
                fails   String to replace not found in file.
                edits   a.py: x => z
                fails   String to replace not found in file.
                """).play(new RepeatedToolFailure());
    }

    @Test
    void isPatientWithTheNetwork() {
        String attempt =
                "runs    curl -s https://host.example/x\nexits   6 curl: (6) Could not resolve host: host.example";
        Script.of("task fetch it\n" + (attempt + "\n").repeat(4) + attempt + " << repeated-tool-failure medium\n")
                .play(new RepeatedToolFailure());
    }

    @Test
    void flagsTheThirdFailureEvenIfTheAgentLooksAroundBetween() {
        List<Finding> findings = Script.of("""
                task    rename the variable
                edits   a.py: total = 1 => sum = 1
                fails   String to replace not found in file.
                reads   a.py
                works   totals = 1
                edits   a.py: total  = 1 => sum = 1
                fails   String to replace not found in file.
                runs    cat a.py
                works   totals = 1
                edits   a.py: total =1 => sum = 1
                fails   String to replace not found in file. << repeated-tool-failure medium
                edits   a.py: total=1 => sum = 1
                fails   String to replace not found in file.
                """).play(new RepeatedToolFailure());
        assertThat(findings.getFirst().claim())
                .isEqualTo(
                        "met the same failure 3 times with `Edit` on `a.py` and changed nothing between: edit text not"
                                + " found (`String to replace not found in file.`)");
        assertThat(findings.getFirst().evidence()).hasSize(6);
    }

    @Test
    void flagsOneComplaintOfDifferentCommands() {
        Script.of("""
                task    query the service
                runs    svc get a
                exits   1 error: not logged in
                runs    svc get b
                exits   1 error: not logged in
                runs    svc list
                exits   1 error: not logged in << repeated-tool-failure medium
                """).play(new RepeatedToolFailure());
    }

    @Test
    void startsAfreshWhenThePersonSpeaks() {
        Script.of("""
                task    query the service
                runs    svc get a
                exits   1 error: not logged in
                runs    svc get a
                exits   1 error: not logged in
                task    try it now
                runs    svc get a
                exits   1 error: not logged in
                """).play(new RepeatedToolFailure());
    }

    @Test
    void countsFailuresInARowWhateverTheyShareWhereItsLimitsSaySo() {
        Script.of("""
                task    one
                runs    svc get a
                exits   1 error: not logged in
                task    two
                edits   a.py: x => y
                fails   String to replace not found in file. << repeated-tool-failure medium
                runs    svc get a
                works   ok
                runs    svc get a
                exits   1 error: not logged in
                """)
                .play(new RepeatedToolFailure(
                        FailureLimits.inARow(2, FailureLimits.Sameness.NOTHING).acrossTasks()));
    }

    @Test
    void endsARowOfTheSameFailingCallAtAnyOther() {
        Script.of("""
                task    one
                runs    svc get a
                exits   1 error: not logged in
                runs    svc get b
                exits   1 error: not logged in
                runs    svc get a
                exits   1 error: not logged in
                runs    svc get a
                exits   1 error: no such host << repeated-tool-failure medium
                """).play(new RepeatedToolFailure(FailureLimits.inARow(2, FailureLimits.Sameness.CALL)));
    }

    @Test
    void refusesLimitsThatAreNoRepetition() {
        assertThatThrownBy(() -> FailureLimits.inARow(1, FailureLimits.Sameness.CALL))
                .hasMessage("1 failures are no repetition");
        assertThatThrownBy(() -> new FailureLimits(5, 3, FailureLimits.Sameness.CALL, false, false))
                .hasMessage("patience for 3 failures where 5 are too many");
    }
}
