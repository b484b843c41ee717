package dev.fairlead.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.event.Event;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that records under load is killed at random moments; what it acknowledged is there, once.
///
/// `-Dkills=1000` kills it so often, and `-Dseed=…` at the same moments again.
final class KillTest {

    private static final int KILLS = Integer.getInteger("kills", 12);
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int LONGEST_LIFE = 250;
    private static final int PAGE = 1_000;

    private final Path folder;
    private final Random random = new Random(SEED);
    private final long[] acknowledged = new long[KilledWriter.SESSIONS];
    private long kept;
    private long notices;
    private long killedEarly;

    KillTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void losesNothingThatWasAcknowledgedAndDoublesNothing() throws IOException, InterruptedException {
        for (int i = 0; i < KILLS; i++) {
            liveAndDie(i);
        }
        try (Store store = Store.open(StoreSettings.file(folder.resolve("fairlead.db")));
                Journal journal = Journal.open(folder.resolve("journal"), Journal.Limits.USUAL, _ -> notices++);
                Recorder recorder = Recorder.start(journal, store.sessions(), _ -> notices++)) {
            assertThat(recorder.load().waiting()).isZero();
            for (int i = 0; i < KilledWriter.SESSIONS; i++) {
                verify(store.sessions(), i);
            }
        }
        System.out.printf(
                "%d kills, %d of them before it was ready: %,d events acknowledged, 0 lost, 0 doubled, %d notices (seed %d)%n",
                KILLS, killedEarly, kept, notices, SEED);
    }

    /// One life: it must have all that was acknowledged before, and ends at a moment of our choice.
    private void liveAndDie(int life) throws IOException, InterruptedException {
        Path natives = Files.createDirectories(folder.resolve("native"));
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dorg.sqlite.tmpdir=" + natives,
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        folder.toString())
                .redirectError(folder.resolve("errors").toFile())
                .start();
        try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
            boolean isEarly = life > 0 && random.nextInt(10) == 0;
            boolean isReady = false;
            if (isEarly) {
                killAfter(writer, 100 + random.nextInt(600));
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                hear(line, life);
                if (line.equals("ready")) {
                    isReady = true;
                    killAfter(writer, random.nextInt(LONGEST_LIFE));
                }
            }
            killedEarly += isReady ? 0 : 1;
            assertThat(isReady || isEarly)
                    .as("life %d (seed %d): %s", life, SEED, Files.readString(folder.resolve("errors")))
                    .isTrue();
        } finally {
            writer.destroyForcibly();
        }
        assertThat(writer.waitFor(30, TimeUnit.SECONDS)).isTrue();
        remove(natives);
    }

    private static void killAfter(Process process, int millis) {
        Thread.ofVirtual().start(() -> {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
            while (System.nanoTime() < end) {
                LockSupport.parkNanos(end - System.nanoTime());
            }
            process.toHandle().destroyForcibly(); // unlike the process itself, it leaves what was said readable
        });
    }

    private void hear(String line, int life) {
        String[] words = line.split(" ", -1);
        switch (words[0]) {
            case "kept" -> {
                acknowledged[Integer.parseInt(words[1])] = Long.parseLong(words[2]) + 1;
                kept++;
            }
            case "have" ->
                assertThat(Long.parseLong(words[2]))
                        .as("events of session %s at the start of life %d (seed %d)", words[1], life, SEED)
                        .isGreaterThanOrEqualTo(acknowledged[Integer.parseInt(words[1])]);
            case "notice" -> notices++;
            default -> assertThat(line).isEqualTo("ready");
        }
    }

    private void verify(SessionStore sessions, int number) {
        SessionSummary summary =
                sessions.session(KilledWriter.session(number), Channel.LIVE).orElseThrow();
        long sequence = 0;
        List<Event> page = sessions.events(summary.session(), Channel.LIVE, 0, PAGE);
        while (!page.isEmpty()) {
            for (Event each : page) {
                assertThat(each)
                        .as("seed %d", SEED)
                        .isEqualTo(KilledWriter.entry(number, sequence).event());
                sequence++;
            }
            page = sessions.events(summary.session(), Channel.LIVE, sequence, PAGE);
        }
        assertThat(sequence).as("seed %d", SEED).isGreaterThanOrEqualTo(acknowledged[number]);
        assertThat(List.of(summary.events(), summary.calls()))
                .as("seed %d", SEED)
                .isEqualTo(List.of(sequence, (sequence + 2) / 3));
        // The finding of an event is recorded before it, so the last one may stand alone.
        long findings = (sequence + KilledWriter.EVENTS_A_FINDING - 1) / KilledWriter.EVENTS_A_FINDING;
        assertThat(summary.findings()).as("seed %d", SEED).isBetween(findings, findings + 1);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
