package dev.fairlead.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.event.Value;
import dev.fairlead.store.Channel;
import dev.fairlead.store.Entry;
import dev.fairlead.store.Store;
import dev.fairlead.store.StoreSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SilenceTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final SessionId SESSION = new SessionId("s");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Store store;

    private final List<Silence.Alarm> alarms = new ArrayList<>();

    @BeforeEach
    void open() {
        store = Store.open(StoreSettings.file(folder.resolve("fairlead.db")));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void starts(Channel channel, String agent) {
        say(channel, 0, 0, new Happening.SessionStarted(agent, Optional.of("1"), Optional.empty(), Optional.empty()));
    }

    private void calls(Channel channel, int sequence, int seconds) {
        Happening called = new Happening.ToolCalled(
                new CallId("c" + sequence),
                "Bash",
                new Value.Fields(new TreeMap<>()),
                new Action.Command("ls", Optional.empty()));
        say(channel, sequence, seconds, called);
    }

    private void say(Channel channel, int sequence, int seconds, Happening what) {
        Event event = new Event(SESSION, sequence, NOON.plusSeconds(seconds), Origin.index(sequence), what);
        store.sessions().append(List.of(new Entry.Happened(channel, event, false)));
    }

    private Silence at(int seconds) {
        Clock clock = Clock.fixed(NOON.plusSeconds(seconds), ZoneOffset.UTC);
        return new Silence(store.sessions(), clock, NOON.minus(Duration.ofHours(1)), alarms::add);
    }

    @Test
    void tellsOnceOfASessionThatGoesOnWithoutItsHooks() {
        starts(Channel.LIVE, "claude-code");
        calls(Channel.LIVE, 1, 10);
        starts(Channel.FILE, "claude-code");
        for (int i = 1; i <= 4; i++) {
            calls(Channel.FILE, i, i == 1 ? 10 : 60 * i);
        }
        Silence silence = at(600);
        silence.look();
        silence.look();
        assertThat(alarms).containsExactly(new Silence.Alarm(SESSION, "claude-code", NOON.plusSeconds(10), 3));
        assertThat(silence.count()).isEqualTo(1);
    }

    @Test
    void keepsQuietAboutWhatHooksMayStillTell() {
        starts(Channel.LIVE, "claude-code");
        calls(Channel.LIVE, 1, 10);
        starts(Channel.FILE, "claude-code");
        for (int i = 1; i <= 4; i++) {
            calls(Channel.FILE, i, i == 1 ? 10 : 60 * i);
        }
        at(299).look();
        assertThat(alarms).as("the last call is not a minute old").isEmpty();
    }

    @Test
    void keepsQuietAboutAgentsThatWereNeverConnected() {
        starts(Channel.FILE, "codex");
        for (int i = 1; i <= 4; i++) {
            calls(Channel.FILE, i, 60 * i);
        }
        at(600).look();
        assertThat(alarms).isEmpty();
    }
}
