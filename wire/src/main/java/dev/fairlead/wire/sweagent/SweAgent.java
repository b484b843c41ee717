package dev.fairlead.wire.sweagent;

import dev.fairlead.wire.Dialect;
import dev.fairlead.wire.Transcript;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.Node;
import java.util.List;

/// The dialect of SWE-agent: a document with the `trajectory` of steps, each an action with its observation, and the
/// `history` of messages.
public final class SweAgent implements Dialect {

    private static final JsonReader JSON = JsonReader.ofAll();

    @Override
    public String agent() {
        return "swe-agent";
    }

    @Override
    public String title() {
        return "SWE-agent";
    }

    @Override
    public List<String> places() {
        return List.of();
    }

    @Override
    public boolean recognises(Node.Fields record) {
        return SweAgentTranscript.isTrajectory(record) || SweAgentTranscript.isHistory(record);
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
        return new SweAgentTranscript(agent(), name);
    }
}
