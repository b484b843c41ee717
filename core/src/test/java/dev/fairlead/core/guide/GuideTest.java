package dev.fairlead.core.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.decide.Guidance;
import dev.fairlead.core.decide.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GuideTest {

    @Test
    void tellsTheAgentOnceAndSeesThatItListened() {
        List<Intervention> changes = GuidePlay.nudging().play("""
                task    make it work
                runs    make
                found   repetition-loop     << nudge waiting
                listens                     << nudge delivered
                edits   a.py
                runs    make a
                runs    make b
                runs    make c
                runs    make d
                runs    make e
                runs    make f
                runs    make g              << nudge delivered, heeded
                """);
        assertThat(changes.getFirst().text())
                .isEqualTo("[fairlead " + changes.getFirst().id() + "] Seen: you did something wrong.\n"
                        + "DO: do it right.\n"
                        + "DON'T: make the same call again before something has changed.");
    }

    @Test
    void seesThatTheSameCallAfterGuidanceIsNotListening() {
        GuidePlay.nudging().play("""
                task    make it work
                runs    make
                found   repetition-loop     << nudge waiting
                listens                     << nudge delivered
                runs    make                << nudge delivered, ignored
                """);
    }

    @Test
    void climbsOneRungWhereItIsFoundAgainAndNamesWhatWasIgnored() {
        List<Intervention> changes = GuidePlay.nudging().play("""
                task    make it work
                fails   make
                found   tool-misuse         << nudge waiting
                listens                     << nudge delivered
                fails   make x
                found   tool-misuse         << nudge delivered, ignored << firm nudge waiting
                listens                     << firm nudge delivered
                """);
        assertThat(changes.get(3).text())
                .contains("This was said before (" + changes.getFirst().id() + ") and was not followed.");
    }

    @Test
    void goesNoHigherThanThePolicyAllows() {
        GuidePlay nudging = GuidePlay.nudging();
        nudging.play("""
                task    make it work
                fails   make
                found   tool-misuse         << nudge waiting
                listens                     << nudge delivered
                fails   make x
                found   tool-misuse         << nudge delivered, ignored << firm nudge waiting
                listens                     << firm nudge delivered
                fails   make y
                found   tool-misuse         << firm nudge delivered, ignored << firm nudge waiting
                """);
        assertThat(nudging.guide().hold()).isEmpty();
    }

    @Test
    void asksAPersonAndThenPausesWhereThePolicyAllowsIt() {
        new GuidePlay(Mode.REFUSE, new Guidance(0, 5), false).play("""
                task    make it work
                fails   make
                found   tool-misuse         << nudge waiting
                listens                     << nudge delivered
                fails   make x
                found   tool-misuse         << nudge delivered, ignored << firm nudge waiting
                listens                     << firm nudge delivered
                fails   make y
                found   tool-misuse         << firm nudge delivered, ignored << ask waiting
                listens
                answers yes                 << ask delivered
                fails   make z
                found   tool-misuse         << ask delivered, ignored << pause waiting
                """);
    }

    @Test
    void saysOneThingAtATimeAboutAClassAndAboutACall() {
        GuidePlay.nudging().play("""
                task    make it work
                fails   make
                found   tool-misuse         << nudge waiting
                found   tool-misuse
                found   no-progress
                fails   ls
                found   tool-misuse
                found   no-progress         << nudge waiting
                """);
    }

    @Test
    void staysSilentDuringTheCooldown() {
        new GuidePlay(Mode.NUDGE, new Guidance(8, 5), false).play("""
                task    make it work
                fails   make
                found   tool-misuse         << nudge waiting
                listens                     << nudge delivered
                fails   make x
                found   tool-misuse         << nudge delivered, ignored
                fails   make y
                fails   make z
                found   tool-misuse         << firm nudge waiting
                """);
    }

    @Test
    void saysNoMoreThanTheCap() {
        new GuidePlay(Mode.NUDGE, new Guidance(0, 1), false).play("""
                task    make it work
                fails   make
                found   tool-misuse         << nudge waiting
                listens                     << nudge delivered
                found   no-progress         << nudge shadowed
                """);
    }

    @Test
    void dropsWhatThePersonHasOvertaken() {
        GuidePlay.nudging().play("""
                task    make it work
                runs    make
                found   repetition-loop     << nudge waiting
                task    leave it            << nudge dropped: the person has spoken since
                listens
                """);
    }

    @Test
    void dropsWhatTheAgentHasPutRightByItself() {
        GuidePlay.nudging().play("""
                task    make it work
                fails   make
                found   repeated-tool-failure << nudge waiting
                runs    make all            << nudge dropped: a call has worked since
                listens
                """);
        GuidePlay.nudging().play("""
                task    make it work
                runs    make
                found   repetition-loop     << nudge waiting
                runs    ls
                runs    cat a.py            << nudge dropped: the agent has moved on by itself
                """);
        GuidePlay.nudging().play("""
                task    make it work
                says    it works
                found   false-success       << nudge waiting
                runs    pytest              << nudge dropped: a check has passed since
                """);
    }

    @Test
    void sendsTheAgentBackOnceForEachMessageOfThePerson() {
        GuidePlay.nudging().play("""
                task    make it work
                says    it works
                found   false-success       << nudge waiting
                stops                       << nudge delivered
                runs    ls
                says    it works
                found   false-success       << nudge delivered, ignored << firm nudge waiting
                stops
                task    and now             << firm nudge dropped: the person has spoken since
                says    it works
                found   false-success       << firm nudge waiting
                stops                       << firm nudge delivered
                """);
    }

    @Test
    void doesNotSendBackForWhatIsNoConcernOfAnEnd() {
        GuidePlay.nudging().play("""
                task    make it work
                fails   make
                found   tool-misuse         << nudge waiting
                stops
                """);
    }

    @Test
    void seesThatAnAgentGaveUp() {
        GuidePlay.nudging().play("""
                task    make it work
                fails   make
                found   tool-misuse         << nudge waiting
                listens                     << nudge delivered
                says    I cannot go on
                ends                        << nudge delivered, gave up
                """);
    }

    @Test
    void tellsNothingInASessionForComparisonAndStillSeesWhatCameOfIt() {
        new GuidePlay(Mode.NUDGE, new Guidance(0, 5), true).play("""
                task    make it work
                fails   make
                found   tool-misuse         << nudge shadowed
                listens
                fails   make x
                found   tool-misuse         << nudge shadowed, ignored << firm nudge shadowed
                """);
    }

    @Test
    void seesThatAFlawInTheCodeWasMendedAfterItWasTold() {
        GuidePlay.nudging().play("""
                task    read the orders
                edits   shop.py
                found   security-finding    << nudge waiting
                listens                     << nudge delivered
                edits   shop.py
                mended  3                   << nudge delivered, heeded
                """);
    }

    @Test
    void saysNothingOfAFlawThatWasMendedBeforeTheAgentListened() {
        GuidePlay.nudging().play("""
                task    read the orders
                edits   shop.py
                found   security-finding    << nudge waiting
                edits   shop.py
                mended  3                   << nudge dropped: it was mended since
                listens
                stops
                """);
    }

    @Test
    void countsAFlawThatIsLeftAsIgnored() {
        GuidePlay.nudging().play("""
                task    read the orders
                edits   shop.py
                found   standards-violation << nudge waiting
                listens                     << nudge delivered
                edits   other.py
                ends                        << nudge delivered, ignored
                """);
    }

    @Test
    void keepsWhatIsHardToFollowUntilTheAgentWouldStop() {
        GuidePlay.nudging().play("""
                task    read the orders
                edits   shop.py
                found   complexity-rise     << nudge waiting
                listens
                stops                       << nudge delivered
                stops
                """);
    }

    @Test
    void sendsBackAtTheStopAlsoWhereSomethingWasToldBefore() {
        GuidePlay.nudging().play("""
                task    read the orders
                edits   shop.py
                found   security-finding    << nudge waiting
                listens                     << nudge delivered
                edits   shop.py
                mended  3                   << nudge delivered, heeded
                says    it works
                found   false-success       << nudge waiting
                stops                       << nudge delivered
                """);
    }

    @Test
    void waitsForNobodyOnceTheSessionHasEnded() {
        GuidePlay.nudging().play("""
                task    read the orders
                edits   shop.py
                found   complexity-rise     << nudge waiting
                ends                        << nudge dropped: the session ended before the agent listened
                """);
    }
}
