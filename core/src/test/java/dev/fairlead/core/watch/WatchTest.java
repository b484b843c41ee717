package dev.fairlead.core.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.core.decide.Decision;
import dev.fairlead.core.decide.Guidance;
import dev.fairlead.core.decide.Layer;
import dev.fairlead.core.decide.Level;
import dev.fairlead.core.decide.Mode;
import dev.fairlead.core.decide.Modes;
import dev.fairlead.core.decide.Policy;
import dev.fairlead.core.detect.Card;
import dev.fairlead.core.detect.Detector;
import dev.fairlead.core.detect.Evidence;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.detect.Observation;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.session.Session;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WatchTest {

    private static final SessionId ID = new SessionId("s");

    /// Flags everything the agent says, and fails on `boom`.
    private record Echo() implements Detector<Integer> {
        @Override
        public Card card() {
            return new Card("echo", Misbehaviour.FALSE_SUCCESS, "a", "b", List.of("c"), List.of("d"));
        }

        @Override
        public Integer fresh() {
            return 0;
        }

        @Override
        public Set<Class<? extends Happening>> heeds() {
            return Set.of(Happening.AgentSpoke.class, Happening.TaskGiven.class);
        }

        @Override
        public Observation<Integer> observe(Integer before, Session session, Event event) {
            if (!(event.what() instanceof Happening.AgentSpoke spoke)) {
                return Observation.quiet(before);
            }
            if (spoke.text().equals("boom")) {
                throw new IllegalStateException("boom");
            }
            Finding finding = new Finding(
                    "echo",
                    Misbehaviour.FALSE_SUCCESS,
                    Severity.HIGH,
                    1,
                    "said it",
                    "do not",
                    List.of(Evidence.of(event)));
            return Observation.flag(before + 1, finding);
        }
    }

    private static Event said(long sequence, String text) {
        return new Event(ID, sequence, Event.NO_TIME, Origin.line(sequence + 1), new Happening.AgentSpoke(text));
    }

    private static Policy policy(Mode mode) {
        Modes modes = new Modes(Map.of(), Map.of(Misbehaviour.FALSE_SUCCESS, mode));
        return new Policy(List.of(Layer.of(Level.PERSON, "test", modes)), new Guidance(2, 2), "test");
    }

    @Test
    void proceedsAndStillTellsWhatItFoundInShadowMode() {
        Watch.Step step =
                Watch.over(ID, List.of(new Echo()), policy(Mode.SHADOW)).after(said(0, "done"));
        assertThat(step.findings()).hasSize(1);
        assertThat(step.decision()).isEqualTo(new Decision.Proceed(step.findings()));
    }

    @Test
    void looksAwayWhereAClassIsOff() {
        Watch.Step step = Watch.over(ID, List.of(new Echo()), policy(Mode.OFF)).after(said(0, "done"));
        assertThat(step.findings()).isEmpty();
        assertThat(step.decision()).isEqualTo(new Decision.Proceed(List.of()));
    }

    @Test
    void asksOrRefusesWhereThePolicySaysSo() {
        Watch.Step asked = Watch.over(ID, List.of(new Echo()), policy(Mode.ASK)).after(said(0, "done"));
        assertThat(asked.decision()).isEqualTo(new Decision.Ask(asked.findings()));
        Watch.Step refused =
                Watch.over(ID, List.of(new Echo()), policy(Mode.REFUSE)).after(said(0, "done"));
        assertThat(refused.decision()).isEqualTo(new Decision.Refuse(refused.findings()));
    }

    @Test
    void nudgesWithinItsCooldownAndCap() {
        Watch watch = Watch.over(ID, List.of(new Echo()), policy(Mode.NUDGE));
        StringBuilder forces = new StringBuilder();
        for (long i = 0; i < 8; i++) {
            Watch.Step step = watch.after(said(i, "done"));
            assertThat(step.findings()).hasSize(1);
            forces.append(step.decision().force());
            watch = step.watch();
        }
        assertThat(forces).hasToString("10100000");
    }

    @Test
    void relievesADetectorThatThrowsAndSaysSoOnce() {
        Watch.Step step =
                Watch.over(ID, List.of(new Echo()), policy(Mode.SHADOW)).after(said(0, "boom"));
        assertThat(step.findings())
                .extracting(Finding::claim)
                .containsExactly("was no longer watched for false-success from here on: the detector failed with"
                        + " `java.lang.IllegalStateException: boom`");
        assertThat(step.watch().after(said(1, "done")).findings()).isEmpty();
    }

    @Test
    void refusesAnotherSessionsEvents() {
        Watch watch = Watch.over(new SessionId("other"), List.of(), Policy.OBSERVE);
        assertThatThrownBy(() -> watch.after(said(0, "x")))
                .hasMessage("an event of session `s` came to the watch over `other`");
    }

    @Test
    void decisionsAreOrderedByForceAndRestOnFindings() {
        List<Finding> because = Watch.over(ID, List.of(new Echo()), policy(Mode.SHADOW))
                .after(said(0, "done"))
                .findings();
        List<Decision> decisions = List.of(
                new Decision.Proceed(because),
                new Decision.Nudge(because),
                new Decision.Ask(because),
                new Decision.Refuse(because),
                new Decision.Pause(because),
                new Decision.Stop(because));
        assertThat(decisions).extracting(Decision::force).containsExactly(0, 1, 2, 3, 4, 5);
        assertThatThrownBy(() -> new Decision.Stop(List.of()))
                .hasMessage("a decision that restricts the agent rests on no finding");
        assertThatThrownBy(() -> new Guidance(-1, 0)).hasMessage("cooldown -1 or cap 0 is negative");
    }

    @Test
    void findingsCannotBeBuiltWithoutProof() {
        List<Evidence> proof = List.of(Evidence.of(said(0, "x")));
        assertThatThrownBy(
                        () -> new Finding("d", Misbehaviour.EDIT_CHURN, Severity.LOW, 1, "claim", "remedy", List.of()))
                .hasMessage("finding of `d` without evidence");
        assertThatThrownBy(() -> new Finding("d", Misbehaviour.EDIT_CHURN, Severity.LOW, 1, " ", "remedy", proof))
                .hasMessage("finding of `d` without a claim or a remedy");
        assertThatThrownBy(() -> new Finding("d", Misbehaviour.EDIT_CHURN, Severity.LOW, 0, "claim", "remedy", proof))
                .hasMessage("confidence 0.0 is not above 0 and at most 1");
        assertThatThrownBy(() -> new Card("Loop_1", Misbehaviour.EDIT_CHURN, "a", "b", List.of("c"), List.of("d")))
                .hasMessage("detector id `Loop_1` is not kebab-case");
        assertThatThrownBy(() -> new Card("loop", Misbehaviour.EDIT_CHURN, "a", "b", List.of(), List.of("d")))
                .hasMessage("the card of `loop` leaves a part empty");
    }

    @Test
    void namesClassesAsContractsDo() {
        assertThat(Misbehaviour.REPEATED_TOOL_FAILURE.code()).isEqualTo("repeated-tool-failure");
        assertThat(Misbehaviour.EDIT_CHURN.category().code()).isEqualTo("reasoning-problem");
        assertThat(List.of(Severity.LOW.code(), Severity.MEDIUM.code(), Severity.HIGH.code()))
                .containsExactly("low", "medium", "high");
    }
}
