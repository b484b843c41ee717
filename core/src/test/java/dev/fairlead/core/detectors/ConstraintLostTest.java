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
}
