package dev.fairlead.wire.cline;

import dev.fairlead.wire.Dialect;
import dev.fairlead.wire.Hooks;
import dev.fairlead.wire.Transcript;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.Node;
import java.util.List;
import java.util.Optional;

/// The dialect of Cline: one JSON document for a session, its messages in blocks as Anthropic's service has them.
public final class Cline implements Dialect {

    private static final JsonReader JSON = JsonReader.ofAll();

    @Override
    public String agent() {
        return "cline";
    }

    @Override
    public String title() {
        return "Cline";
    }

    @Override
    public List<String> places() {
        return List.of(".cline/data/sessions/*/*.messages.json");
    }

    @Override
    public boolean recognises(Node.Fields record) {
        boolean isOwn = record.has("origin") || record.has("system_prompt") || record.has("updated_at");
        return isOwn && record.text("sessionId").isPresent() && record.get("messages") instanceof Node.Items;
    }

    @Override
    public boolean isDocument() {
        return true;
    }

    @Override
    public JsonReader json() {
        return JSON;
    }

    @Override
    public Optional<Hooks> hooks() {
        return Optional.of(new ClineHooks());
    }

    @Override
    public Transcript open(String name) {
        return new ClineTranscript(agent(), name);
    }
}
