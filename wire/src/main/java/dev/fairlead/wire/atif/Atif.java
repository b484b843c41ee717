package dev.fairlead.wire.atif;

import dev.fairlead.wire.Dialect;
import dev.fairlead.wire.Transcript;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.Node;
import java.util.List;

/// The dialect of ATIF, the interchange format of agents' trajectories: a document with its steps, which may hold the
/// trajectories of sub-agents.
public final class Atif implements Dialect {

    private static final JsonReader JSON = JsonReader.ofAll();

    @Override
    public String agent() {
        return "atif";
    }

    @Override
    public String title() {
        return "ATIF trajectory";
    }

    @Override
    public List<String> places() {
        return List.of();
    }

    @Override
    public boolean recognises(Node.Fields record) {
        return record.textOr("schema_version", "").startsWith("ATIF-") && record.get("steps") instanceof Node.Items;
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
        return new AtifTranscript(agent(), name);
    }
}
