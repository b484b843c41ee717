package dev.fairlead.wire.minisweagent;

import dev.fairlead.wire.Dialect;
import dev.fairlead.wire.Transcript;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.Node;
import java.util.List;

/// The dialect of mini-SWE-agent: a document of messages, whose actions are commands in the text of an answer or, in
/// later versions, calls of one tool.
public final class MiniSweAgent implements Dialect {

    private static final JsonReader JSON = JsonReader.ofAll();

    @Override
    public String agent() {
        return "mini-swe-agent";
    }

    @Override
    public String title() {
        return "mini-SWE-agent";
    }

    @Override
    public List<String> places() {
        return List.of(".config/mini-swe-agent");
    }

    @Override
    public boolean recognises(Node.Fields record) {
        boolean isStated = record.textOr("trajectory_format", "").startsWith("mini-swe-agent")
                || record.fields("info").has("mini_version");
        return isStated && record.get("messages") instanceof Node.Items;
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
        return new MiniSweAgentTranscript(agent(), name);
    }
}
