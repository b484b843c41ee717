package dev.fairlead.core.detectors;

import org.junit.jupiter.api.Test;

final class NeedlessConfirmationTest {

    @Test
    void staysQuietOnAChoice() {
        Script.of("""
                task    mend the parser
                says    I can keep blanks or drop them. Which do you want?
                task    drop them
                """).play(new NeedlessConfirmation());
    }

    @Test
    void flagsAQuestionAnsweredWithABareYes() {
        Script.of("""
                task    mend the parser
                says    The loop ends too late. Would you like me to mend it?
                task    yes                    << needless-confirmation low
                """).play(new NeedlessConfirmation());
    }
}
