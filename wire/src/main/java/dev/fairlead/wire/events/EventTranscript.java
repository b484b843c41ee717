package dev.fairlead.wire.events;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.wire.Audience;
import dev.fairlead.wire.Clock;
import dev.fairlead.wire.Transcript;
import dev.fairlead.wire.json.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One file of our own events.
///
/// An event keeps the place that it has in its first source. One that states none stands where its line stands.
final class EventTranscript implements Transcript {

    private static final int MOST_HELD = 4_096;

    private final String name;
    private final List<Held> held = new ArrayList<>();
    private Optional<SessionId> current = Optional.empty();

    EventTranscript(String name) {
        this.name = name;
    }

    private record Held(Origin origin, Happening what) {}

    @Override
    public void hear(Node.Fields record, Origin origin, Audience audience) {
        SessionId session = record.text("session")
                .filter(each -> !each.isBlank())
                .map(SessionId::new)
                .or(() -> current)
                .orElseGet(() -> new SessionId(name));
        current = Optional.of(session);
        release(session, audience);
        Instant at = Clock.read(record.textOr("at", ""), Event.NO_TIME);
        Happening what = new EventReader(record, origin)
                .read()
                .orElseGet(() -> new Happening.Unread(
                        "an event of the unknown kind or shape `%s`".formatted(record.textOr("event", "")),
                        String.join(", ", record.names())));
        audience.hear(session, at, place(record).orElse(origin), what);
    }

    @Override
    public void unread(String reason, String excerpt, Origin origin, Audience audience) {
        held.add(new Held(origin, new Happening.Unread(reason, excerpt)));
        if (current.isPresent() || held.size() >= MOST_HELD) {
            end(audience);
        }
    }

    @Override
    public void end(Audience audience) {
        release(current.orElseGet(() -> new SessionId(name)), audience);
    }

    private void release(SessionId session, Audience audience) {
        for (Held each : held) {
            audience.hear(session, Event.NO_TIME, each.origin(), each.what());
        }
        held.clear();
    }

    /// Where an event says that it stands in its first source.
    static Optional<Origin> place(Node.Fields record) {
        OptionalLong line = record.number("line");
        if (line.isPresent() && line.getAsLong() >= 1) {
            return Optional.of(Origin.line(line.getAsLong()));
        }
        OptionalLong index = record.number("index");
        return index.isPresent() && index.getAsLong() >= 0
                ? Optional.of(Origin.index(index.getAsLong()))
                : Optional.empty();
    }
}
