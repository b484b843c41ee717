package dev.fairlead.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.core.decide.Answer;
import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every database must do to be kept small and safe.
interface UpkeepContract {

    /// An empty store.
    Store store();

    /// A folder for files.
    Path folder();

    private void fill() {
        SessionId id = Sample.session("s1");
        List<Entry> entries = new ArrayList<>(Sample.session(id));
        entries.addAll(Sample.random(Sample.session("s2"), 7, 40));
        entries.add(Sample.found(id, 6, 0, Sample.finding(Misbehaviour.FALSE_SUCCESS, Severity.HIGH, 6)));
        entries.add(new Entry.Intervened(Sample.intervention("i1", id, 1)));
        entries.add(new Entry.Ruled(
                new GateDecision(id, new CallId("c1"), "bash", Answer.ASK, List.of("r"), "reason", "0a", Sample.NOON)));
        store().sessions().append(entries);
        Approval asked = store().approvals().ask(Sample.request(id, "c1", 1));
        store().approvals()
                .vote(
                        asked.id(),
                        new Approval.Vote("ann", true, Sample.NOON, "ok"),
                        new Grant.Terms(Grant.Scope.SESSION, "", Sample.NOON.plusSeconds(60)));
        store().switches()
                .stop(
                        new Switch.Target(Switch.Scope.AGENT, "codex"),
                        Switch.Kind.PAUSE,
                        "ann",
                        "why",
                        Sample.NOON,
                        Optional.empty());
        store().audit().note(Sample.NOON, "ann", "did", "it", "why", "");
    }

    /// Everything that can be asked of a store.
    static List<Object> everything(Store store) {
        List<Object> all = new ArrayList<>();
        for (SessionSummary each : store.sessions().sessions(Filter.ALL).items()) {
            all.add(each);
            all.add(store.sessions().events(each.session(), each.channel(), 0, 1_000));
        }
        all.add(store.sessions().findings(Filter.ALL));
        all.add(store.sessions().interventions(Filter.ALL));
        all.add(store.sessions().decisions(Filter.ALL));
        all.add(store.approvals().approvals(Filter.ALL));
        all.add(store.approvals().grants(Sample.session("s1"), Sample.NOON));
        all.add(store.switches().switches(Filter.ALL));
        all.add(store.audit().deeds(Filter.ALL));
        return all;
    }

    @Test
    default void restoresABackupIntoAnEmptyEmbeddedStore() {
        fill();
        Path file = folder().resolve("backup.gz");
        long rows = store().backup(file);
        try (Store other = Store.open(StoreSettings.file(folder().resolve("other.db")))) {
            List<Long> said = new ArrayList<>();
            assertThat(other.restore(file, said::add)).isEqualTo(rows);
            assertThat(said).containsExactly(rows);
            assertThat(everything(other)).isEqualTo(everything(store()));
        }
    }

    @Test
    default void restoresABackupOfAnEmbeddedStore() {
        Path file = folder().resolve("backup.gz");
        try (Store other = Store.open(StoreSettings.file(folder().resolve("other.db")))) {
            other.sessions().append(Sample.random(Sample.session("s2"), 8, 2_000));
            other.audit().note(Sample.NOON, "ann", "did", "it", "why", "");
            other.backup(file);
            store().restore(file, _ -> {});
            assertThat(everything(store())).isEqualTo(everything(other));
        }
    }

    @Test
    default void refusesWhatIsNoWholeBackupAndKeepsTheStoreEmpty() throws IOException {
        fill();
        Path whole = folder().resolve("backup.gz");
        store().backup(whole);
        assertThatThrownBy(() -> store().backup(whole))
                .isInstanceOf(StoreFault.class)
                .hasMessage("there is a file `%s` already; name another, or move it away", whole);
        assertThatThrownBy(() -> store().restore(whole, _ -> {}))
                .isInstanceOf(StoreFault.class)
                .hasMessageStartingWith("the store is not empty");
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder().resolve("cut.gz");
        try (Store other = Store.open(StoreSettings.file(folder().resolve("other.db")))) {
            for (int length : new int[] {0, 5, bytes.length / 2, bytes.length - 1}) {
                Files.write(cut, Arrays.copyOf(bytes, length));
                assertThatThrownBy(() -> other.restore(cut, _ -> {}))
                        .as("%d bytes of %d", length, bytes.length)
                        .isInstanceOf(StoreFault.class)
                        .hasMessage("the backup `%s` cannot be restored: it is cut off or damaged", cut);
            }
            assertThatThrownBy(() -> other.restore(folder().resolve("none"), _ -> {}))
                    .isInstanceOf(StoreFault.class)
                    .hasMessageContaining("it does not exist");
            assertThat(other.sessions().sessions(Filter.ALL).items()).isEmpty();
            assertThat(other.restore(whole, _ -> {})).isPositive();
        }
    }

    private void session(String name, Instant last) {
        SessionId id = Sample.session(name);
        for (int i = 0; i < 3; i++) {
            Happening said = new Happening.AgentSpoke("x".repeat(100));
            store().sessions()
                    .append(List.of(
                            new Entry.Happened(Channel.LIVE, new Event(id, i, last, Origin.line(1), said), false)));
        }
    }

    private List<String> left() {
        return store().sessions().sessions(Filter.ALL).items().stream()
                .map(each -> each.session().value())
                .toList();
    }

    @Test
    default void letsGoOfWhatIsOlderThanTheLimitAndOfNothingElse() {
        fill();
        Instant now = Sample.NOON.plus(Duration.ofDays(30));
        session("young", now.minusSeconds(Duration.ofDays(7).toSeconds() - 1));
        session("timeless", Event.NO_TIME);
        Retention week = new Retention(Optional.of(Duration.ofDays(7)), Optional.empty());
        Retention.Swept swept = store().sweep(week, now);
        assertThat(List.of(swept.sessions(), swept.events())).isEqualTo(List.of(2L, 47L));
        assertThat(left()).containsExactly("young", "timeless");
        assertThat(store().sessions().events(Sample.session("s1"), Channel.LIVE, 0, 9))
                .isEmpty();
        assertThat(store().sessions().findings(Filter.ALL).items()).isEmpty();
        assertThat(store().sessions().interventions(Filter.ALL).items()).isEmpty();
        assertThat(store().sessions().decisions(Filter.ALL).items()).isEmpty();
        assertThat(store().approvals().approvals(Filter.ALL).items()).isEmpty();
        assertThat(store().approvals().grants(Sample.session("s1"), Sample.NOON))
                .isEmpty();
        assertThat(store().audit().deeds(Filter.ALL).items()).hasSize(1);
        assertThat(store().switches().switches(Filter.ALL).items()).hasSize(1);
        assertThat(store().sweep(week, now).sessions()).isZero();
        assertThat(store().sweep(Retention.EVERYTHING, now).sessions()).isZero();
    }

    @Test
    default void letsGoOfTheLongestSilentUntilTheRestIsSmallEnough() {
        Instant now = Sample.NOON.plus(Duration.ofDays(1));
        session("a", now.minus(Duration.ofHours(4)));
        session("b", now.minus(Duration.ofHours(3)));
        session("c", now.minus(Duration.ofHours(2)));
        session("awake", now.minus(Duration.ofMinutes(59)));
        long each = store().sessions()
                .session(Sample.session("a"), Channel.LIVE)
                .orElseThrow()
                .bytes();
        assertThat(store().sweep(new Retention(Optional.empty(), Optional.of(5 * each)), now)
                        .sessions())
                .isZero();
        store().sweep(new Retention(Optional.empty(), Optional.of(3 * each)), now);
        assertThat(left()).contains("c", "awake").doesNotContain("a");
        store().sweep(new Retention(Optional.of(Duration.ofMinutes(1)), Optional.of(0L)), now);
        assertThat(left()).containsExactly("awake");
    }
}
