package dev.fairlead.server;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.wire.Lines;
import dev.fairlead.wire.TranscriptReader;
import dev.fairlead.wire.events.EventLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Takes in events that another program sends in our own form, one JSON object a line.
///
/// An event that is there already changes nothing, so that a sender may send again what was not acknowledged. One that
/// leaves a gap is refused, with the number that is missing.
final class EventIntake {

    /// The longest line that is taken, in bytes.
    private static final int LONGEST = TranscriptReader.LONGEST_LINE;

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
        new Lines(body, LONGEST).each(counting);
        return new Taken(counting.added, counting.known, counting.fault);
    }

    private final class Counting implements Lines.Listener {

        private final Map<SessionId, String> agents = new HashMap<>();
        private long added;
        private long known;
        private Optional<String> fault = Optional.empty();

        @Override
        public void line(long number, byte[] bytes, int from, int length, boolean isEnded) {
            String line = new String(bytes, from, length, StandardCharsets.UTF_8);
            if (fault.isPresent() || line.isBlank()) {
                return;
            }
            EventLine.read(line)
                    .ifPresentOrElse(
                            this::hear,
                            () -> fault = Optional.of(
                                    "line %d is no event of ours with a session and a number; nothing from there on was taken"
                                            .formatted(number)));
        }

        @Override
        public void tooLong(long number, long length) {
            fault = fault.or(() -> Optional.of(
                    "line %d is longer than %,d bytes; nothing from there on was taken".formatted(number, LONGEST)));
        }

        void hear(Event event) {
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
