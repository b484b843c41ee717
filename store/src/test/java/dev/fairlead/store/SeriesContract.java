package dev.fairlead.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.store.CodeChange.CodeFlaw;
import dev.fairlead.store.CodeChange.FunctionRise;
import dev.fairlead.store.CodeChange.Sums;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// What every database must do with changes in the code.
interface SeriesContract {

    /// An empty store.
    Store store();

    static CodeChange change(String session, long sequence, String agent, Instant at, long added) {
        return new CodeChange(
                Channel.LIVE,
                new SessionId(session),
                sequence,
                0,
                at,
                agent,
                "m-1",
                "2.0",
                "shop",
                "src/a \"b\".py",
                "Python",
                new Sums(added, 2, 1, -3, 4, 5, 6, 10, 4, 1),
                List.of(new CodeFlaw(
                        "fairlead",
                        "sql-injection",
                        "security",
                        Severity.HIGH,
                        OptionalInt.of(89),
                        6,
                        7,
                        "runs a query\nthat is put together",
                        "hand over parameters")),
                List.of(new FunctionRise("orders", 4, 20, 17)));
    }

    private void append(CodeChange... changes) {
        store().sessions()
                .append(List.of(changes).stream()
                        .<Entry>map(Entry.Reviewed::new)
                        .toList());
    }

    @Test
    default void handsBackWhatASessionChangedInOrderAndKeepsTheLastReviewOfEachFile() {
        CodeChange late = change("s", 9, "codex", Sample.NOON, 7);
        CodeChange early = change("s", 4, "codex", Sample.NOON, 1);
        append(late, change("s", 4, "codex", Sample.NOON, 3), change("other", 4, "codex", Sample.NOON, 1));
        append(early);
        assertThat(store().series().of(new SessionId("s"), Channel.LIVE)).containsExactly(early, late);
        assertThat(store().series().of(new SessionId("s"), Channel.FILE)).isEmpty();
    }

    @Test
    default void pagesThroughChangesTheLatestFirst() {
        CodeChange one = change("a", 1, "codex", Sample.NOON, 1);
        CodeChange two = change("b", 1, "pi", Sample.NOON.plusSeconds(1), 2);
        append(one, two);
        Page<CodeChange> first = store().series().changes(Filter.ALL.limit(1));
        assertThat(first.items()).containsExactly(two);
        assertThat(store().series()
                        .changes(Filter.ALL.limit(1).after(first.next().orElseThrow()))
                        .items())
                .containsExactly(one);
        assertThat(store().series().changes(Filter.ALL.agent("pi")).items()).containsExactly(two);
    }

    @Test
    default void addsUpByAgentAndByDay() {
        Instant tomorrow = Sample.NOON.plus(Duration.ofDays(1));
        append(
                change("a", 1, "codex", Sample.NOON, 30),
                change("a", 2, "codex", tomorrow, 20),
                change("b", 1, "pi", Sample.NOON, 5));
        Sums both = new Sums(50, 4, 2, -6, 8, 10, 12, 20, 8, 2);
        Sums pis = new Sums(5, 2, 1, -3, 4, 5, 6, 10, 4, 1);
        assertThat(store().series().totals(Filter.ALL))
                .containsExactly(
                        new SeriesStore.Total("codex", "m-1", "2.0", "shop", 1, 2, both),
                        new SeriesStore.Total("pi", "m-1", "2.0", "shop", 1, 1, pis));
        long day = Sample.NOON.getEpochSecond() / 86_400;
        assertThat(store().series().days(Filter.ALL))
                .extracting(
                        SeriesStore.Day::agent,
                        SeriesStore.Day::day,
                        each -> each.sums().added())
                .containsExactly(tuple("codex", day, 30L), tuple("codex", day + 1, 20L), tuple("pi", day, 5L));
    }
}
