package dev.fairlead.store;

import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.event.Value;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Records as fast as it can until it is killed, and says of each event when it was acknowledged.
///
/// It takes up every session where the store has it. Every seventh event brings a finding.
public final class KilledWriter {

    static final int SESSIONS = 4;
    static final int EVENTS_A_FINDING = 7;

    private KilledWriter() {}

    static SessionId session(int number) {
        return new SessionId("session-" + number);
    }

    /// The event of a session that has this number. Every third is a call.
    static Entry.Happened entry(int session, long sequence) {
        String text = "event %d of session %d ".formatted(sequence, session).repeat(1 + (int) (sequence % 40));
        Happening what = sequence % 3 == 0
                ? new Happening.ToolCalled(
                        new CallId("call-" + sequence),
                        "bash",
                        Value.Fields.of(Map.of("command", new Value.Text(text))),
                        new Action.Command(text, Optional.empty()))
                : new Happening.AgentSpoke(text);
        return Sample.live(session(session), sequence, what);
    }

    private static Entry.Found found(int session, long sequence) {
        return Sample.found(
                session(session), sequence, 0, Sample.finding(Misbehaviour.NO_PROGRESS, Severity.LOW, sequence));
    }

    /// Writes until it is killed.
    ///
    /// @param arguments the folder of store and journal
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Store store = Store.open(StoreSettings.file(folder.resolve("fairlead.db")));
        Journal journal = Journal.open(
                folder.resolve("journal"),
                new Journal.Limits(64L << 20, 32L << 10, Duration.ofMillis(50)),
                notice -> say("notice " + notice));
        Recorder recorder = Recorder.start(journal, store.sessions(), notice -> say("notice " + notice));
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            int session = i;
            long next = store.sessions()
                    .session(session(i), Channel.LIVE)
                    .map(SessionSummary::events)
                    .orElse(0L);
            say("have %d %d".formatted(session, next));
            writers.add(new Thread(() -> write(recorder, session, next)));
        }
        say("ready");
        writers.forEach(Thread::start);
    }

    private static void write(Recorder recorder, int session, long first) {
        for (long sequence = first; ; sequence++) {
            if (sequence % EVENTS_A_FINDING == 0) {
                recorder.record(found(session, sequence));
            }
            if (!recorder.record(entry(session, sequence))) {
                say("shed");
                return;
            }
            say("kept %d %d".formatted(session, sequence));
        }
    }

    /// One write for each line, past any buffer that would die with us.
    @SuppressWarnings("resource") // it is that of the whole process
    private static synchronized void say(String line) {
        try {
            new FileOutputStream(FileDescriptor.out).write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            throw new IllegalStateException("nobody listens any more", gone);
        }
    }
}
