package dev.fairlead.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.SessionId;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is recorded reaches the store, whatever the store does meanwhile.
final class RecorderTest {

    private static final SessionId SESSION = Sample.session("s1");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final List<String> notices = Collections.synchronizedList(new ArrayList<>());

    RecorderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Journal journal() {
        return Journal.open(folder.resolve("journal"), Journal.Limits.USUAL, notices::add);
    }

    private Store store() {
        return Store.open(StoreSettings.file(folder.resolve("fairlead.db")));
    }

    private List<Event> events(Store store) {
        return store.sessions().events(SESSION, Channel.LIVE, 0, 1_000_000);
    }

    /// The store, but for appending what does not pass.
    private static SessionStore guarded(SessionStore store, Predicate<List<Entry>> passes, boolean isRefusal) {
        return (SessionStore) Proxy.newProxyInstance(
                SessionStore.class.getClassLoader(), new Class<?>[] {SessionStore.class}, (_, method, arguments) -> {
                    @SuppressWarnings("unchecked")
                    List<Entry> entries = (List<Entry>) arguments[0];
                    if (method.getName().equals("append") && !passes.test(entries)) {
                        throw isRefusal
                                ? StoreFault.refusal("bad", new IllegalStateException())
                                : new StoreFault("it is down");
                    }
                    return method.invoke(store, arguments);
                });
    }

    @Test
    void bringsWhatIsRecordedToTheStore() {
        List<Entry> entries = Sample.random(SESSION, 1, 2_000);
        try (Store store = store();
                Journal journal = journal();
                Recorder recorder = Recorder.start(journal, store.sessions(), notices::add)) {
            entries.forEach(each -> assertThat(recorder.record(each)).isTrue());
            assertThat(recorder.settle(PATIENCE)).isTrue();
            assertThat(events(store)).isEqualTo(Sample.events(entries));
            assertThat(recorder.load()).isEqualTo(new Recorder.Load(0, 0, 0, ""));
        }
    }

    @Test
    void holdsNoMoreInMemoryThanItSaysAndReadsTheRestFromTheJournal() {
        AtomicBoolean isUp = new AtomicBoolean();
        AtomicLong largest = new AtomicLong();
        List<Entry> entries = Sample.random(SESSION, 1, Recorder.MOST_HELD + 5_000);
        try (Store store = store();
                Journal journal = journal();
                Recorder recorder = Recorder.start(
                        journal,
                        guarded(
                                store.sessions(),
                                batch -> {
                                    largest.accumulateAndGet(batch.size(), Math::max);
                                    return isUp.get();
                                },
                                false),
                        notices::add)) {
            entries.forEach(recorder::record);
            assertThat(recorder.settle(Duration.ofMillis(50))).isFalse();
            assertThat(recorder.load()).isEqualTo(new Recorder.Load(entries.size(), 0, 0, "it is down"));
            isUp.set(true);
            assertThat(recorder.settle(PATIENCE)).isTrue();
            assertThat(events(store)).isEqualTo(Sample.events(entries));
            assertThat(recorder.load()).isEqualTo(new Recorder.Load(0, 0, 0, ""));
            assertThat(journal.status().segments()).isLessThanOrEqualTo(1);
            assertThat(largest.get()).isLessThanOrEqualTo(500);
            assertThat(notices)
                    .containsExactly(
                            "it is down; what comes until then waits in the journal", "the store takes entries again");
        }
    }

    @Test
    void takesUpWhatAnEarlierProcessLeftBeforeAnythingElse() {
        List<Entry> entries = Sample.random(SESSION, 4, 1_200);
        try (Journal journal = journal()) {
            entries.forEach(journal::append);
        }
        try (Store store = store();
                Journal journal = journal()) {
            assertThatThrownBy(() -> Recorder.start(journal, guarded(store.sessions(), _ -> false, false), _ -> {}))
                    .isInstanceOf(StoreFault.class)
                    .hasMessage("it is down");
            try (Recorder recorder = Recorder.start(journal, store.sessions(), notices::add)) {
                assertThat(events(store)).isEqualTo(Sample.events(entries));
                assertThat(recorder.load().waiting()).isZero();
            }
        }
    }

    @Test
    void leavesOutWhatTheStoreRefusesForWhatItIsAndNothingElse() {
        Entry bad = Sample.live(SESSION, 3, new Happening.AgentSpoke("unbearable"));
        List<Entry> entries = new ArrayList<>(Sample.random(SESSION, 5, 20));
        entries.set(3, bad);
        List<Entry> good = new ArrayList<>(entries);
        good.remove(3);
        try (Journal journal = journal()) {
            entries.forEach(journal::append);
        }
        try (Store store = store();
                Journal journal = journal();
                Recorder recorder = Recorder.start(
                        journal, guarded(store.sessions(), batch -> !batch.contains(bad), true), notices::add)) {
            assertThat(events(store)).isEqualTo(Sample.events(good));
            recorder.record(bad);
            Entry after = Sample.live(SESSION, 40, new Happening.AgentSpoke("fine"));
            recorder.record(after);
            assertThat(recorder.settle(PATIENCE)).isTrue();
            assertThat(recorder.load()).isEqualTo(new Recorder.Load(0, 0, 1, ""));
            assertThat(events(store)).contains(((Entry.Happened) after).event()).hasSize(20);
        }
    }

    @Test
    void leavesInTheJournalWhatTheStoreHasNotTakenAtTheEnd() {
        List<Entry> entries = Sample.random(SESSION, 6, 100);
        try (Store store = store()) {
            try (Journal journal = journal();
                    Recorder recorder =
                            Recorder.start(journal, guarded(store.sessions(), _ -> false, false), notices::add)) {
                entries.forEach(recorder::record);
            }
            assertThat(events(store)).isEmpty();
            try (Journal journal = journal();
                    Recorder recorder = Recorder.start(journal, store.sessions(), notices::add)) {
                assertThat(recorder.load().waiting()).isZero();
                assertThat(events(store)).isEqualTo(Sample.events(entries));
            }
        }
    }
}
