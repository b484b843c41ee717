package dev.fairlead.core.detectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.decide.Policy;
import dev.fairlead.core.detect.Detector;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.detect.Observation;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.session.Session;
import dev.fairlead.core.watch.Watch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every detector of the catalogue promises.
final class EveryDetectorTest {

    private static final int LENGTH = 3_000;

    static Stream<Detector<?>> detectors() {
        return Detectors.all().stream();
    }

    private static List<Finding> watch(Detector<?> detector, List<Event> events) {
        Watch watch = Watch.over(RandomSessions.ID, List.of(detector), Policy.OBSERVE);
        List<Finding> findings = new ArrayList<>();
        for (Event event : events) {
            Watch.Step step = watch.after(event);
            watch = step.watch();
            findings.addAll(step.findings());
        }
        return findings;
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void remembersNothingOfAnEventThatItDoesNotHeed(Detector<?> detector) {
        for (long seed = 1; seed <= 10; seed++) {
            assertQuietOnTheRest(detector, RandomSessions.of(seed, LENGTH));
        }
    }

    private static <M> void assertQuietOnTheRest(Detector<M> detector, List<Event> events) {
        Session session = Session.fresh(RandomSessions.ID);
        M memory = detector.fresh();
        for (Event event : events) {
            session = session.after(event);
            Observation<M> observation = detector.observe(memory, session, event);
            if (!detector.heeds().contains(event.what().getClass())) {
                assertThat(observation).as("%s", event).isEqualTo(Observation.quiet(memory));
            }
            memory = observation.memory();
        }
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void saysTheSameOfTheSameSessionAndNeverThrows(Detector<?> detector) {
        for (long seed = 1; seed <= 30; seed++) {
            List<Event> events = RandomSessions.of(seed, LENGTH);
            List<Finding> findings = watch(detector, events);
            assertThat(watch(detector, events)).as("seed %d", seed).isEqualTo(findings);
            assertThat(findings)
                    .as("seed %d", seed)
                    .noneMatch(finding -> finding.claim().contains("no longer watched"));
        }
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void speaksOfItsOwnClassWithEvidenceThatEndsWhereItSpeaks(Detector<?> detector) {
        List<Event> events = RandomSessions.of(7, LENGTH);
        Watch watch = Watch.over(RandomSessions.ID, List.of(detector), Policy.OBSERVE);
        int spoken = 0;
        for (Event event : events) {
            Watch.Step step = watch.after(event);
            watch = step.watch();
            for (Finding finding : step.findings()) {
                spoken++;
                assertThat(finding.detector()).isEqualTo(detector.card().id());
                assertThat(finding.misbehaviour()).isEqualTo(detector.card().misbehaviour());
                assertThat(finding.last().sequence()).isEqualTo(event.sequence());
                assertThat(finding.claim())
                        .doesNotContain("\n")
                        .doesNotEndWith(".")
                        .hasSizeLessThan(500);
                assertThat(finding.remedy()).doesNotContain("\n").doesNotEndWith(".");
            }
        }
        assertThat(spoken).as("findings in the random session").isPositive();
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void remembersTheSameAfterAStopAndAStart(Detector<?> detector) {
        List<Event> events = RandomSessions.of(11, 500);
        assertThat(memories(detector, events)).isEqualTo(memories(detector, events));
    }

    private static <M> List<M> memories(Detector<M> detector, List<Event> events) {
        List<M> memories = new ArrayList<>();
        M memory = detector.fresh();
        Session session = Session.fresh(RandomSessions.ID);
        for (Event event : events) {
            session = session.after(event);
            memory = detector.observe(memory, session, event).memory();
            memories.add(memory);
        }
        return memories;
    }

    @Test
    void standsOnceInAlphabeticalOrder() {
        List<String> ids =
                Detectors.all().stream().map(detector -> detector.card().id()).toList();
        Set<String> once = new HashSet<>(ids);
        assertThat(ids).isSorted().hasSize(once.size());
    }

    @Test
    void keepsSessionsApart() {
        SessionId other = new SessionId("other");
        Watch one = Watch.over(RandomSessions.ID, Detectors.all(), Policy.OBSERVE);
        Watch two = Watch.over(other, Detectors.all(), Policy.OBSERVE);
        for (Event event : RandomSessions.of(3, 500)) {
            List<Finding> first = one.after(event).findings();
            Watch.Step step = two.after(new Event(other, event.sequence(), event.at(), event.origin(), event.what()));
            assertThat(step.findings()).isEqualTo(first);
            one = one.after(event).watch();
            two = step.watch();
        }
    }
}
