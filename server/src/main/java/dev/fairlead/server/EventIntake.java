package dev.fairlead.server;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.wire.Dialects;
import dev.fairlead.wire.Reading;
import dev.fairlead.wire.TranscriptReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Takes in events that another program sends in our own form, one JSON object a line.
///
/// An event that is there already changes nothing, so that a sender may send again what was not acknowledged. One that
/// leaves a gap is refused, with the number that is missing.
final class EventIntake {

    private final LiveSessions sessions;

    EventIntake(LiveSessions sessions) {
        this.sessions = sessions;
    }

    /// What became of events that were sent.
    ///
    /// @param fault why the rest was not taken
    record Taken(long added, long known, Optional<String> fault) {}

    Taken take(InputStream body) throws IOException {
        Counting counting = new Counting();
        Reading reading = new TranscriptReader("api", Dialects.of("fairlead"), counting::hear).read(body);
        return reading instanceof Reading.NotUnderstood not && counting.fault.isEmpty()
                ? new Taken(counting.added, counting.known, Optional.of(not.reason()))
                : new Taken(counting.added, counting.known, counting.fault);
    }

    private final class Counting {

        private final Map<SessionId, String> agents = new HashMap<>();
        private long added;
        private long known;
        private Optional<String> fault = Optional.empty();

        void hear(Event event) {
            if (fault.isPresent()) {
                return;
            }
            if (event.what() instanceof Happening.SessionStarted started) {
                agents.put(event.session(), started.agent());
            }
            String agent = agents.getOrDefault(event.session(), "");
            switch (sessions.use(event.session(), agent, session -> session.inTurn(() -> session.accept(event)))) {
                case ADDED -> added++;
                case KNOWN -> known++;
                case GAP ->
                    fault = Optional.of("event %d of session `%s` leaves a gap: send the ones before it first"
                            .formatted(event.sequence(), event.session()));
            }
        }
    }
}
