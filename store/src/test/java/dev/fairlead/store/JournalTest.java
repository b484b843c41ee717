package dev.fairlead.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fairlead.core.decide.Answer;
import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.store.Journal.Appended;
import dev.fairlead.store.Journal.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The journal keeps what it took, whatever is done to its files.
final class JournalTest {

    private static final SessionId SESSION = Sample.session("s1");
    private static final Duration SOON = Duration.ofMillis(5);

    private final Path folder;
    private final List<String> notices = Collections.synchronizedList(new ArrayList<>());

    JournalTest(@TempDir Path folder) {
        this.folder = folder.resolve("journal");
    }

    private Journal open(long most, long segment) {
        return Journal.open(folder, new Limits(most, segment, SOON), notices::add);
    }

    private Journal open() {
        return open(1 << 20, 4_096);
    }

    private static List<Entry> pending(Journal journal) {
        List<Entry> pending = new ArrayList<>();
        journal.pending((_, entry) -> pending.add(entry));
        return pending;
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Segment::isOne).sorted().toList();
        }
    }

    /// One of each kind.
    private static List<Entry> kinds() {
        List<Entry> entries = new ArrayList<>(Sample.random(SESSION, 5, 50));
        entries.addAll(Sample.session(SESSION));
        entries.add(new Entry.Happened(
                Channel.FILE, Sample.events(Sample.session(SESSION)).getFirst(), true));
        entries.add(Sample.found(SESSION, 3, 1, Sample.finding(Misbehaviour.GIT_PEEK, Severity.LOW, 3)));
        entries.add(new Entry.Introduced(Channel.FILE, SESSION, Optional.of("pi"), Optional.empty(), Optional.of("a")));
        entries.add(new Entry.Ruled(new GateDecision(
                SESSION, new CallId("c"), "bash", Answer.ASK, List.of("a", "b"), "why\nnot", "0a", Sample.NOON)));
        entries.add(new Entry.Intervened(Sample.intervention("i1", SESSION, 1)));
        entries.add(new Entry.Intervened(Sample.intervention("i1", SESSION, 1)
                .delivered(3, Sample.NOON)
                .with(Intervention.Outcome.GAVE_UP, new Intervention.Effort(1, 2))));
        entries.add(new Entry.Reviewed(SeriesContract.change("s", 4, "pi", Sample.NOON, 8)));
        return entries;
    }

    @Test
    void handsBackEveryKindOfEntryAsItWas() {
        List<Entry> entries = kinds();
        try (Journal journal = open()) {
            entries.forEach(journal::append);
        }
        try (Journal again = open()) {
            assertThat(pending(again)).isEqualTo(entries);
        }
        assertThat(notices).isEmpty();
    }

    @Test
    void deletesASegmentOnceAllOfItIsTaken() throws IOException {
        try (Journal journal = open()) {
            List<Journal.Place> places = new ArrayList<>();
            for (Entry each : Sample.random(SESSION, 1, 100)) {
                places.add(((Appended.Kept) journal.append(each)).place());
            }
            int count = segments().size();
            assertThat(count).isGreaterThan(3);
            assertThat(journal.status().waiting()).isEqualTo(100);
            journal.taken(places.subList(1, 100));
            assertThat(segments())
                    .as("the first, and the one that is written to")
                    .hasSize(2);
            assertThat(journal.status().waiting()).isEqualTo(1);
            journal.taken(places.subList(0, 1));
            assertThat(segments()).hasSize(1);
        }
        assertThat(segments()).isEmpty();
    }

    @Test
    void cutsAnEntryThatWasTornAtWhateverByteAndKeepsAllBefore() throws IOException {
        List<Entry> entries = Sample.random(SESSION, 2, 6);
        try (Journal journal = open(1 << 20, 1 << 20)) {
            entries.forEach(journal::append);
        }
        Path segment = segments().getFirst();
        byte[] whole = Files.readAllBytes(segment);
        int last = Segment.line(EntryLine.write(entries.getLast())).length;
        for (int cut = 1; cut <= last; cut++) {
            notices.clear();
            Files.write(segment, Arrays.copyOf(whole, whole.length - cut));
            try (Journal journal = open()) {
                assertThat(pending(journal)).as("%d bytes cut", cut).isEqualTo(entries.subList(0, 5));
            }
            assertThat(notices)
                    .isEqualTo(
                            cut == last
                                    ? List.of()
                                    : List.of(
                                            "`%s` ends within an entry, which was never acknowledged; its %d bytes are cut"
                                                    .formatted(segment, last - cut)));
        }
    }

    @Test
    void skipsWhatIsDamagedInTheMiddleAndSaysSo() throws IOException {
        List<Entry> entries = Sample.random(SESSION, 3, 20);
        try (Journal journal = open(1 << 20, 1 << 20)) {
            entries.forEach(journal::append);
        }
        Path segment = segments().getFirst();
        byte[] bytes = Files.readAllBytes(segment);
        int third = Segment.line(EntryLine.write(entries.get(0))).length
                + Segment.line(EntryLine.write(entries.get(1))).length;
        bytes[third + 30] ^= 4;
        Files.write(segment, bytes);
        Files.write(segment, "rubbish\n\n0000\n".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
        Files.writeString(folder.resolve("000000000099.journal"), "\0\0\0\0");
        Files.writeString(folder.resolve("notes.txt"), "not ours");
        List<Entry> sound = new ArrayList<>(entries);
        sound.remove(2);
        try (Journal journal = open()) {
            assertThat(pending(journal)).isEqualTo(sound);
        }
        assertThat(notices)
                .containsExactly(
                        "4 of 23 entries of `%s` are damaged and are skipped".formatted(segment),
                        "`%s` ends within an entry, which was never acknowledged; its 4 bytes are cut"
                                .formatted(folder.resolve("000000000099.journal")));
    }

    @Test
    void takesExactlyAsMuchAsItsLimitAndShedsTheRestUntilThereIsRoom() {
        Entry entry = Sample.session(SESSION).getFirst();
        int line = Segment.line(EntryLine.write(entry)).length;
        try (Journal journal = open(3L * line, line)) {
            Appended first = journal.append(entry);
            journal.append(entry);
            assertThat(journal.append(entry)).isInstanceOf(Appended.Kept.class);
            Appended shed = new Appended.Shed("the journal holds %,d bytes, its limit".formatted(3 * line));
            assertThat(journal.append(entry)).isEqualTo(shed);
            assertThat(journal.append(entry)).isEqualTo(shed);
            assertThat(journal.status()).isEqualTo(new Journal.Status(3L * line, 3, 3, 2));
            journal.taken(List.of(((Appended.Kept) first).place()));
            assertThat(journal.append(entry)).isInstanceOf(Appended.Kept.class);
            assertThat(notices)
                    .containsExactly(
                            "the journal holds %,d bytes, its limit; what comes now is not kept, and counted"
                                    .formatted(3 * line),
                            "the journal takes entries again; 2 were not kept so far");
        }
    }

    @Test
    void takesEntriesFromManyAtOnce() throws Exception {
        try (Journal journal = open(1 << 24, 1 << 16);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> writers = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                List<Entry> own = Sample.random(Sample.session("s" + i), i, 100);
                writers.add(() -> own.stream().allMatch(each -> journal.append(each) instanceof Appended.Kept));
            }
            threads.invokeAll(writers);
        }
        try (Journal again = open()) {
            List<Entry> all = pending(again);
            for (int i = 0; i < 32; i++) {
                SessionId session = Sample.session("s" + i);
                assertThat(Sample.events(all).stream()
                                .filter(each -> each.session().equals(session)))
                        .isEqualTo(Sample.events(Sample.random(session, i, 100)));
            }
        }
    }

    @Test
    void isForOneProcessAtATime() {
        try (Journal journal = open()) {
            assertThat(journal.status().bytes()).isZero();
            assertThatThrownBy(this::open)
                    .isInstanceOf(StoreFault.class)
                    .hasMessage(
                            "the journal in `%s` is in use: another Fairlead runs on it; end that one, or name"
                                    + " another folder",
                            folder);
        }
        open().close();
    }

    @Test
    void saysWhyItCannotBeOpened() throws IOException {
        Files.writeString(folder, "a file where the folder should be");
        assertThatThrownBy(this::open)
                .isInstanceOf(StoreFault.class)
                .hasMessageStartingWith("the journal in `%s` cannot be opened: ", folder)
                .hasMessageEndingWith("; make the folder writable, or name another");
    }

    @Test
    void shedsWhatADiskThatIsFullDoesNotTakeAndGoesOnAfterwards() throws IOException {
        Entry entry = Sample.session(SESSION).getFirst();
        try (Journal journal = open(1 << 20, 1)) {
            journal.append(entry);
            Path next = folder.resolve("000000000002.journal");
            Files.createDirectory(next); // stands in for a disk that takes no new file
            assertThat(journal.append(entry)).isInstanceOf(Appended.Shed.class);
            Files.delete(next);
            assertThat(journal.append(entry)).isInstanceOf(Appended.Kept.class);
            assertThat(journal.status().shed()).isEqualTo(1);
            assertThat(notices).hasSize(2);
        }
    }
}
