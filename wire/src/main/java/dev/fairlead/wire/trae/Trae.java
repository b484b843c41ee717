package dev.fairlead.wire.trae;

import dev.fairlead.wire.Dialect;
import dev.fairlead.wire.Transcript;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.Node;
import java.util.List;

/// The dialect of Trae Agent: a document with its steps, each an answer of the model with calls and their results.
public final class Trae implements Dialect {

    private static final JsonReader JSON = JsonReader.ofAll();

    @Override
    public String agent() {
        return "trae";
    }

    @Override
    public String title() {
        return "Trae Agent";
    }

    @Override
    public List<String> places() {
        return List.of();
    }

    @Override
    public boolean recognises(Node.Fields record) {
        return record.get("agent_steps") instanceof Node.Items || record.get("llm_interactions") instanceof Node.Items;
    }

    @Override
    public JsonReader json() {
        return JSON;
    }

    @Override
    public boolean isDocument() {
        return true;
    }

    @Override
    public Transcript open(String name) {
        return new TraeTranscript(agent(), name);
    }
}
