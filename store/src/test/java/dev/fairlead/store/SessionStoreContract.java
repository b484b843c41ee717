package dev.fairlead.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.core.decide.Answer;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.store.SessionStore.Taken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every database must do with the log, and with what follows from it.
interface SessionStoreContract {

    /// An empty store.
    Store store();

    private SessionStore sessions() {
        return store().sessions();
    }

    @Test
    default void countsASessionAsItsEventsCome() {
        SessionId id = Sample.session("s1");
        List<Entry> entries = Sample.session(id);
        assertThat(sessions().append(entries)).isEqualTo(new Taken(7, 0));
        long bytes = entries.stream()
                .mapToLong(each ->
                        EntryLine.write(each).length() - EntryLine.write(each).indexOf('{'))
                .sum();
        assertThat(sessions().session(id, Channel.LIVE))
                .contains(new SessionSummary(
                        id,
                        Channel.LIVE,
                        "codex",
                        "0.99",
                        "gpt-9",
                        Optional.empty(),
                        Optional.of("/home/a/shop"),
                        Optional.of("main"),
                        Optional.empty(),
                        "make the tests pass",
                        Optional.of(Sample.NOON),
                        Optional.of(Sample.NOON.plusSeconds(6)),
                        Optional.empty(),
                        7,
                        1,
                        1,
                        1,
                        123,
                        40,
                        bytes,
                        Optional.empty(),
                        0));
    }

    @Test
    default void changesNothingWhenTheSameComesAgainInWhateverPortions() {
        SessionId id = Sample.session("s1");
        List<Entry> entries = new ArrayList<>(Sample.session(id));
        entries.add(Sample.found(id, 6, 0, Sample.finding(Misbehaviour.FALSE_SUCCESS, Severity.HIGH, 6)));
        sessions().append(entries.subList(0, 4));
        assertThat(sessions().append(entries)).isEqualTo(new Taken(4, 4));
        Optional<SessionSummary> whole = sessions().session(id, Channel.LIVE);
        for (Entry each : entries) {
            assertThat(sessions().append(List.of(each, each))).isEqualTo(new Taken(0, 2));
        }
        assertThat(sessions().session(id, Channel.LIVE)).isEqualTo(whole);
        assertThat(sessions().events(id, Channel.LIVE, 0, 100)).isEqualTo(Sample.events(entries));
    }

    @Test
    default void handsBackEveryEventAsItWas() {
        for (long seed = 1; seed <= 20; seed++) {
            SessionId id = Sample.session("seed " + seed + "/'child\"");
            List<Entry> entries = Sample.random(id, seed, 60);
            sessions().append(entries);
            assertThat(sessions().events(id, Channel.LIVE, 0, 100))
                    .as("seed %d", seed)
                    .isEqualTo(Sample.events(entries));
            assertThat(sessions().events(id, Channel.LIVE, 10, 5))
                    .isEqualTo(Sample.events(entries).subList(10, 15));
        }
    }

    @Test
    default void keepsTheTwoWaysOfOneSessionApart() {
        SessionId id = Sample.session("s1");
        Happening spoke = new Happening.AgentSpoke("live");
        Happening read = new Happening.AgentSpoke("read");
        sessions()
                .append(List.of(
                        new Entry.Happened(Channel.LIVE, Sample.event(id, 0, spoke), false),
                        new Entry.Happened(Channel.FILE, Sample.event(id, 0, read), false)));
        assertThat(sessions().events(id, Channel.LIVE, 0, 9)).containsExactly(Sample.event(id, 0, spoke));
        assertThat(sessions().events(id, Channel.FILE, 0, 9)).containsExactly(Sample.event(id, 0, read));
        assertThat(sessions().sessions(Filter.ALL).items()).hasSize(2);
        assertThat(sessions().sessions(Filter.ALL.channel(Channel.FILE)).items())
                .hasSize(1);
    }

    @Test
    default void endsASessionUntilItIsTakenUpAgain() {
        SessionId id = Sample.session("s1");
        Instant before = Sample.NOON.minusSeconds(1);
        sessions()
                .append(List.of(
                        Sample.live(id, 0, new Happening.TaskGiven("a", 0)),
                        Sample.live(id, 1, new Happening.SessionEnded("exit")),
                        Sample.live(id, 2, new Happening.Noted("summary"))));
        assertThat(sessions().unfinished(Channel.LIVE, before)).isEmpty();
        assertThat(sessions().session(id, Channel.LIVE).flatMap(SessionSummary::endedAt))
                .contains(Sample.NOON.plusSeconds(1));
        sessions().append(List.of(Sample.live(id, 3, new Happening.TaskGiven("b", 0))));
        assertThat(sessions().unfinished(Channel.LIVE, before))
                .containsExactly(sessions().session(id, Channel.LIVE).orElseThrow());
        assertThat(sessions().unfinished(Channel.LIVE, Sample.NOON.plusSeconds(4)))
                .isEmpty();
    }

    @Test
    default void keepsWhatNoEventSaysOfASession() {
        SessionId id = Sample.session("s1");
        sessions()
                .append(List.of(
                        new Entry.Introduced(
                                Channel.LIVE, id, Optional.of("pi"), Optional.of("acme/shop"), Optional.of("ann")),
                        new Entry.Introduced(
                                Channel.LIVE, id, Optional.empty(), Optional.empty(), Optional.of("bob"))));
        SessionSummary known = sessions().session(id, Channel.LIVE).orElseThrow();
        assertThat(List.of(known.agent(), known.repository(), known.person()))
                .isEqualTo(List.of("pi", Optional.of("acme/shop"), Optional.of("bob")));
    }

    @Test
    default void findsSessionsByWhatIsAskedFor() {
        SessionId bad = Sample.session("bad");
        SessionId good = Sample.session("good");
        sessions().append(Sample.session(bad));
        sessions()
                .append(List.of(
                        Sample.live(good, 0, new Happening.TaskGiven("Rename 100%_of it", 0)),
                        Sample.found(bad, 6, 0, Sample.finding(Misbehaviour.FALSE_SUCCESS, Severity.MEDIUM, 6)),
                        new Entry.Introduced(
                                Channel.LIVE, good, Optional.of("pi"), Optional.of("acme/shop"), Optional.empty())));
        assertThat(ids(Filter.ALL)).containsExactly("bad", "good");
        assertThat(ids(Filter.ALL.agent("pi"))).containsExactly("good");
        assertThat(ids(Filter.ALL.repository("acme/shop"))).containsExactly("good");
        assertThat(ids(Filter.ALL.misbehaviour(Misbehaviour.FALSE_SUCCESS))).containsExactly("bad");
        assertThat(ids(Filter.ALL.misbehaviour(Misbehaviour.GIT_PEEK))).isEmpty();
        assertThat(ids(Filter.ALL.severity(Severity.MEDIUM))).containsExactly("bad");
        assertThat(ids(Filter.ALL.severity(Severity.HIGH))).isEmpty();
        assertThat(ids(Filter.of(good))).containsExactly("good");
        assertThat(ids(Filter.ALL.since(Sample.NOON.plusSeconds(6)))).containsExactly("bad");
        assertThat(ids(Filter.ALL.until(Sample.NOON.plusSeconds(6)))).containsExactly("good");
        assertThat(ids(Filter.ALL.text("rename 100%_"))).containsExactly("good");
        assertThat(ids(Filter.ALL.text("100_%"))).isEmpty();
    }

    private List<String> ids(Filter filter) {
        return sessions().sessions(filter).items().stream()
                .map(each -> each.session().value())
                .toList();
    }

    @Test
    default void leafsThroughEverythingOnceWhateverTheSizeOfThePage() {
        for (int i = 0; i < 23; i++) {
            sessions().append(List.of(Sample.live(Sample.session("s" + i), i / 5, new Happening.TaskGiven("t", 0))));
        }
        List<SessionSummary> whole = sessions().sessions(Filter.ALL).items();
        assertThat(whole)
                .hasSize(23)
                .isSortedAccordingTo(Comparator.comparing(
                        (SessionSummary each) -> each.lastAt().orElseThrow(), Comparator.reverseOrder()));
        for (int limit : new int[] {1, 2, 22, 23, 24}) {
            List<SessionSummary> gathered = new ArrayList<>();
            Page<SessionSummary> page = sessions().sessions(Filter.ALL.limit(limit));
            gathered.addAll(page.items());
            while (page.next().isPresent()) {
                page = sessions()
                        .sessions(Filter.ALL.limit(limit).after(page.next().get()));
                gathered.addAll(page.items());
            }
            assertThat(gathered).as("pages of %d", limit).isEqualTo(whole);
        }
        for (String alien : List.of("x", "WyJhIl0", "!", "WyJhIiwiYiIsImMiXQ")) {
            assertThatThrownBy(() -> sessions().sessions(Filter.ALL.after(alien)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("`%s` is not a cursor that was given out", alien);
        }
    }

    @Test
    default void handsBackFindingsWithWhereTheyWereMade() {
        SessionId id = Sample.session("s1");
        Finding loop = Sample.finding(Misbehaviour.REPETITION_LOOP, Severity.LOW, 3);
        Finding lie = Sample.finding(Misbehaviour.FALSE_SUCCESS, Severity.HIGH, 3);
        sessions().append(Sample.session(id));
        sessions().append(List.of(Sample.found(id, 3, 0, loop), Sample.found(id, 3, 1, lie)));
        StoredFinding first =
                new StoredFinding(Channel.LIVE, id, 3, 0, Sample.NOON.plusSeconds(3), "codex", Optional.empty(), loop);
        StoredFinding second =
                new StoredFinding(Channel.LIVE, id, 3, 1, Sample.NOON.plusSeconds(3), "codex", Optional.empty(), lie);
        assertThat(sessions().findings(Filter.ALL).items()).containsExactly(second, first);
        assertThat(sessions().findings(Filter.ALL.severity(Severity.MEDIUM)).items())
                .containsExactly(second);
        assertThat(sessions().findings(Filter.ALL.agent("pi")).items()).isEmpty();
        assertThat(sessions().findings(Filter.ALL.text("FOUR TIMES")).items()).isEmpty();
        assertThat(sessions().findings(Filter.ALL.text("4 TIMES")).items()).hasSize(2);
        SessionSummary summary = sessions().session(id, Channel.LIVE).orElseThrow();
        assertThat(summary.worst()).contains(Severity.HIGH);
        assertThat(summary.findings()).isEqualTo(2);
    }

    @Test
    default void keepsTheLastOfEveryInterventionAndCountsRecoveries() {
        SessionId id = Sample.session("s1");
        Intervention decided = Sample.intervention("i1", id, 1);
        Intervention delivered = decided.delivered(9, Sample.NOON.plusSeconds(9));
        Intervention heeded = delivered.with(Intervention.Outcome.HEEDED, new Intervention.Effort(50, 1));
        Intervention shadowed = Sample.intervention("i2", id, 2)
                .in(Intervention.State.SHADOWED)
                .with(Intervention.Outcome.IGNORED, new Intervention.Effort(900, 7));
        Intervention dropped = Sample.intervention("i3", id, 3).in(Intervention.State.DROPPED);
        for (Intervention each : List.of(decided, delivered, heeded, shadowed, dropped)) {
            sessions().append(List.of(new Entry.Intervened(each)));
        }
        assertThat(sessions().interventions(Filter.ALL).items()).containsExactly(dropped, shadowed, heeded);
        assertThat(sessions().interventions(Filter.ALL.state("dropped")).items())
                .containsExactly(dropped);
        assertThat(sessions().intervention("i1")).contains(heeded);
        assertThat(sessions().intervention("i9")).isEmpty();
        assertThat(sessions().recoveries(Filter.ALL))
                .containsExactly(
                        new Recovery(Misbehaviour.REPETITION_LOOP, "codex", false, 1, 0, 0, 0, 50, 1),
                        new Recovery(Misbehaviour.REPETITION_LOOP, "codex", true, 0, 1, 0, 0, 900, 7));
    }

    @Test
    default void handsBackWhatTheGateSaid() {
        GateDecision denied = new GateDecision(
                Sample.session("s1"),
                new CallId("c1"),
                "bash",
                Answer.DENY,
                List.of("deletes-tree", "outside"),
                "it deletes `/`",
                "0a1b",
                Sample.NOON);
        GateDecision allowed = new GateDecision(
                Sample.session("s1"),
                new CallId("c2"),
                "bash",
                Answer.ALLOW,
                List.of(),
                "",
                "0a1b",
                Sample.NOON.plusSeconds(1));
        sessions().append(List.of(new Entry.Ruled(denied), new Entry.Ruled(allowed), new Entry.Ruled(denied)));
        assertThat(sessions().decisions(Filter.ALL).items()).containsExactly(allowed, denied);
        assertThat(sessions().decisions(Filter.ALL.state("deny")).items()).containsExactly(denied);
        assertThat(sessions().decisions(Filter.ALL.text("deletes-tree")).items())
                .containsExactly(denied);
    }
}
