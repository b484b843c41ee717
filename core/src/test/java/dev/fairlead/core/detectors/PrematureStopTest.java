package dev.fairlead.core.detectors;

import org.junit.jupiter.api.Test;

final class PrematureStopTest {

    @Test
    void staysQuietOnAQuestionAndOnAnInterrupt() {
        Script.of("""
                task    mend all parsers
                says    Which first?
                task    continue
                """).play(new PrematureStop());
    }

    @Test
    void flagsAHandBackThatThePersonSendsOn() {
        Script.of("""
                task    mend all three parsers
                says    The first parser is mended.
                task    Continue.              << premature-stop medium
                """).play(new PrematureStop());
    }
}
