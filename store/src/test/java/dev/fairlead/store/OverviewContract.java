package dev.fairlead.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.store.LabelStore.Agreement;
import dev.fairlead.store.LabelStore.View;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// What every database must do with labels, kept searches and overviews.
interface OverviewContract {

    SessionId TOLD = Sample.session("s1");

    /// An empty store.
    Store store();

    private static Label label(long sequence, Label.Verdict verdict, String why, String person) {
        return new Label(
                TOLD,
                Channel.LIVE,
                sequence,
                0,
                "repetition-loop",
                Misbehaviour.REPETITION_LOOP.code(),
                "codex",
                verdict,
                why,
                person,
                Sample.NOON.plusSeconds(sequence));
    }

    @Test
    default void keepsTheLastWordOfEachPersonAboutAFinding() {
        Label first = label(3, Label.Verdict.RIGHT, "", "anna");
        Label other = label(3, Label.Verdict.DEBATABLE, "it's 100 % \"done\"", "ben");
        Label changed = label(3, Label.Verdict.WRONG, "it had changed the file", "anna");
        List.of(first, other, changed).forEach(store().labels()::label);
        assertThat(store().labels().of(TOLD, Channel.LIVE)).containsExactly(changed, other);
        assertThat(store().labels().of(TOLD, Channel.FILE)).isEmpty();
        assertThat(store().labels().labels(Filter.ALL.state("wrong")).items()).containsExactly(changed);
        assertThat(store().labels().agreement()).containsExactly(new Agreement("repetition-loop", 0, 1, 1));
    }

    @Test
    default void refusesAReasonThatIsTooLong() {
        assertThat(label(1, Label.Verdict.RIGHT, "x".repeat(Label.WHY), "anna").why())
                .hasSize(Label.WHY);
        assertThatThrownBy(() -> label(1, Label.Verdict.RIGHT, "x".repeat(Label.WHY + 1), "anna"))
                .hasMessage("the reason has 501 characters; 500 are kept");
    }

    @Test
    default void keepsSearchesByTheirNames() {
        View loops = new View("loops", "class=repetition-loop", "anna", Sample.NOON);
        View again = new View("loops", "class=edit-churn", "ben", Sample.NOON);
        View high = new View("high", "severity=high", "anna", Sample.NOON);
        List.of(loops, high, again).forEach(store().labels()::keep);
        assertThat(store().labels().views()).containsExactly(high, again);
        store().labels().drop("high");
        assertThat(store().labels().views()).containsExactly(again);
    }

    @Test
    default void tellsWhereInASessionAPersonLooks() {
        store().sessions().append(Sample.session(TOLD));
        assertThat(store().overview().marks(TOLD, Channel.LIVE))
                .first()
                .isEqualTo(new OverviewStore.Mark(1, "task-given"));
        assertThat(store().overview().find(TOLD, Channel.LIVE, "TESTS pass", 0, 10))
                .containsExactly(1L);
        assertThat(store().overview().find(TOLD, Channel.LIVE, "100 %", 0, 10)).isEmpty();
        assertThat(store().overview().call(TOLD, Channel.LIVE, new CallId("none")))
                .isEqualTo(OptionalLong.empty());
        assertThat(store().overview().call(TOLD, Channel.LIVE, new CallId("c1")))
                .isEqualTo(OptionalLong.of(2));
    }

    @Test
    default void addsSessionsUp() {
        store().sessions().append(Sample.session(TOLD));
        store().sessions().append(Sample.session(TOLD.child("helper")));
        Finding finding = Sample.finding(Misbehaviour.REPETITION_LOOP, Severity.MEDIUM, 3);
        store().sessions().append(List.of(Sample.found(TOLD, 3, 0, finding)));
        assertThat(store().overview().children(TOLD, Channel.LIVE)).containsExactly(TOLD.child("helper"));
        SessionSummary one = store().sessions().session(TOLD, Channel.LIVE).orElseThrow();
        Instant last = one.lastAt().orElseThrow();
        long seconds = last.getEpochSecond() - one.startedAt().orElseThrow().getEpochSecond();
        assertThat(store().overview().fleet(Filter.ALL))
                .containsExactly(new OverviewStore.Fleet(
                        "codex",
                        one.model(),
                        "0.99",
                        one.repository().orElse(""),
                        2,
                        2 * one.calls(),
                        2 * one.failures(),
                        1,
                        2 * (one.inputTokens() + one.outputTokens()),
                        2 * one.outputTokens(),
                        2 * seconds,
                        last,
                        last));
        assertThat(store().overview().days(Filter.ALL))
                .containsExactly(new OverviewStore.Day(
                        "codex",
                        last.getEpochSecond() / 86_400,
                        2,
                        2 * one.calls(),
                        2 * one.failures(),
                        1,
                        2 * (one.inputTokens() + one.outputTokens())));
        assertThat(store().overview().groups(Filter.ALL, OverviewStore.By.AGENT))
                .containsExactly(new OverviewStore.Group("codex", 1, 1));
        assertThat(store().overview().names(OverviewStore.By.AGENT)).containsExactly("codex");
    }
}
