package dev.fairlead.core.detectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.detect.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EditChurnTest {

    @Test
    void staysQuietOnAnExperimentThatIsCheckedAndTakenBackOnce() {
        Script.of("""
                task    find out which limit is right
                edits   a.py: limit = 1 => limit = 2
                works
                runs    pytest
                exits   1 1 failed
                edits   a.py: limit = 2 => limit = 1
                works
                """).play(new EditChurn());
    }

    @Test
    void staysQuietOnRefactoringInSteps() {
        Script.of("""
                task    tidy up
                writes  a.py: one
                works
                edits   a.py: one => two
                works
                edits   a.py: two => three
                works
                writes  a.py: four
                works
                """).play(new EditChurn());
    }

    @Test
    void staysQuietWhenThePersonAsksToTakeItBack() {
        Script.of("""
                task    set the limit to 2
                edits   a.py: limit = 1 => limit = 2
                works
                task    no, take that back
                edits   a.py: limit = 2 => limit = 1
                works
                """).play(new EditChurn());
    }

    @Test
    void staysQuietWhenALineMovesToAnotherPlace() {
        Script.of("""
                task    move the import down
                edits   a.py: import b\\nimport c => import c
                works
                edits   a.py: import d => import d\\nimport b
                works
                """).play(new EditChurn());
    }

    @Test
    void staysQuietOnAnEditThatFailed() {
        Script.of("""
                task    set the limit
                edits   a.py: limit = 1 => limit = 2
                works
                edits   a.py: limit = 2 => limit = 1
                fails   String to replace not found in file.
                """).play(new EditChurn());
    }

    @Test
    void flagsAChangeThatIsTakenBackUnchecked() {
        List<Finding> findings = Script.of("""
                task    set the limit
                edits   a.py: limit = 1 => limit = 2
                works
                says    on second thought, no
                edits   a.py: limit = 2 => limit = 1
                works   << edit-churn low
                edits   a.py: limit = 1 => limit = 2
                works
                """).play(new EditChurn());
        assertThat(findings.getFirst().claim())
                .isEqualTo("changed `a.py` and took the change back without running anything between");
    }

    @Test
    void flagsTheSecondReturnEvenIfEachStateWasChecked() {
        Script.of("""
                task    make the tests pass
                writes  a.py: one
                works
                runs    pytest
                exits   1 1 failed
                writes  a.py: two
                works
                runs    pytest
                exits   1 2 failed
                writes  a.py: one
                works
                runs    pytest
                exits   1 1 failed
                writes  a.py: two
                works   << edit-churn medium
                runs    pytest
                exits   1 2 failed
                writes  a.py: one
                works
                """).play(new EditChurn());
    }

    @Test
    void keepsFilesApart() {
        Script.of("""
                task    set the limits
                edits   a.py: limit = 1 => limit = 2
                works
                edits   b.py: limit = 2 => limit = 1
                works
                """).play(new EditChurn());
    }
}
