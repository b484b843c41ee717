package dev.fairlead.wire.events;

import dev.fairlead.wire.Dialect;
import dev.fairlead.wire.Transcript;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.Node;
import java.util.List;

/// The dialect of our own events, one a line, as [EventWriter] writes them. They are read back as they were.
public final class Fairlead implements Dialect {

    private static final JsonReader JSON = JsonReader.ofAll();

    @Override
    public String agent() {
        return "fairlead";
    }

    @Override
    public String title() {
        return "Fairlead events";
    }

    /// None: events lie where somebody exported them to.
    @Override
    public List<String> places() {
        return List.of();
    }

    @Override
    public boolean recognises(Node.Fields record) {
        return record.has(EventWriter.MARK) && record.get("event") instanceof Node.Text;
    }

    @Override
    public JsonReader json() {
        return JSON;
    }

    @Override
    public Transcript open(String name) {
        return new EventTranscript(name);
    }
}
