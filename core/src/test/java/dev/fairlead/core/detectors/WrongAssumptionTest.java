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
}
