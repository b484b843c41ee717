package dev.fairlead.wire.openhands;

import dev.fairlead.wire.Dialect;
import dev.fairlead.wire.Transcript;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.Node;
import java.util.List;
import java.util.Set;

/// The dialect of OpenHands: a list of events, each an action or an observation of the agent, the person or the
/// environment; and the evaluation's output, where one run with its `history` of events stands on each line.
public final class OpenHands implements Dialect {

    private static final Set<String> SOURCES = Set.of("agent", "user", "environment");

    /// Pictures of pages and the whole answers of models, which nobody reads.
    private static final JsonReader JSON =
            JsonReader.skipping(Set.of("set_of_marks", "screenshot", "model_response"), Set.of("args"));

    @Override
    public String agent() {
        return "openhands";
    }

    @Override
    public String title() {
        return "OpenHands";
    }

    @Override
    public List<String> places() {
        return List.of();
    }

    @Override
    public boolean recognises(Node.Fields record) {
        return isEvent(record) || isRun(record);
    }

    /// Whether a record is a run: an object whose history is a list of events.
    static boolean isRun(Node.Fields record) {
        return record.items("history").nodes().stream()
                .limit(1)
                .anyMatch(each -> each instanceof Node.Fields event && isEvent(event));
    }

    private static boolean isEvent(Node.Fields record) {
        return SOURCES.contains(record.textOr("source", ""))
                && record.has("timestamp")
                && (record.has("action") || record.has("observation"))
                && !record.has("step_id");
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
        return new OpenHandsTranscript(agent(), name);
    }
}
