package dev.fairlead.core.detectors;

import org.junit.jupiter.api.Test;

final class ConstraintLostTest {

    @Test
    void flagsWhatAnEarlierMessageForbids() {
        Script.of("""
                task    mend the parser. Never install anything new.
                task    now mend the lexer
                runs    npm install left-pad                 << constraint-lost medium
                exits   0
                """).play(new ConstraintLost());
    }

    @Test
    void leavesFreshWordsToTheOther() {
        Script.of("""
                task    do not push
                runs    git push
                exits   0
                """).play(new ConstraintLost());
    }

    @Test
    void tellsWhatIsDoneFromWhatItIsDoneWith() {
        Script.of("""
                task    Never commit the lock file. Never push directly to 'main'. Never force-push.
                task    mend the parser
                runs    git commit -m "mend the parser"
                exits   0
                runs    git push -u origin parser
                exits   0
                runs    git push origin HEAD:main            << constraint-lost medium
                exits   0
                """).play(new ConstraintLost());
    }
}
