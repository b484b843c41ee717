package dev.fairlead.wire.events;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.wire.Clock;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.JsonWriter;
import dev.fairlead.wire.json.MalformedJson;
import dev.fairlead.wire.json.Node;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One event as one line of text without its end, and back. Unlike in a file, where events are counted as they come,
/// an event keeps its number. One that states no place in a source stands at its number.
public final class EventLine {

    private static final JsonReader JSON = JsonReader.ofAll();

    private EventLine() {}

    /// The event as our own JSON.
    public static String write(Event event) {
        StringWriter line = new StringWriter(256);
        try (JsonWriter json = new JsonWriter(line)) {
            EventWriter.write(json, event);
        }
        return line.toString();
    }

    /// The event that is written so; empty where it is none, or of a kind that is not known.
    public static Optional<Event> read(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        try {
            List<Node> read = JSON.read(bytes, 0, bytes.length);
            return read.size() == 1 && read.getFirst() instanceof Node.Fields record ? event(record) : Optional.empty();
        } catch (MalformedJson fault) {
            return Optional.empty();
        }
    }

    private static Optional<Event> event(Node.Fields record) {
        OptionalLong sequence = record.number("sequence");
        Optional<SessionId> session =
                record.text("session").filter(each -> !each.isBlank()).map(SessionId::new);
        if (sequence.isEmpty() || sequence.getAsLong() < 0 || session.isEmpty()) {
            return Optional.empty();
        }
        Origin origin = EventTranscript.place(record).orElse(Origin.index(sequence.getAsLong()));
        Optional<Happening> what = new EventReader(record, origin).read();
        return what.map(each -> new Event(
                session.get(), sequence.getAsLong(), Clock.read(record.textOr("at", ""), Event.NO_TIME), origin, each));
    }
}
