package dev.fairlead.wire.opencode;

import dev.fairlead.wire.Database;
import dev.fairlead.wire.Dialect;
import dev.fairlead.wire.Hooks;
import dev.fairlead.wire.Transcript;
import dev.fairlead.wire.json.JsonReader;
import dev.fairlead.wire.json.Node;
import java.util.List;
import java.util.Optional;

/// The dialect of opencode.
///
/// A session is read from the client's database; from one exported document with `info` and `messages`; from a list of
/// messages, as its server hands them out; or from the lines that a run writes on standard output.
public final class Opencode implements Dialect {

    private static final JsonReader JSON = JsonReader.ofAll();

    @Override
    public String agent() {
        return "opencode";
    }

    @Override
    public String title() {
        return "opencode";
    }

    @Override
    public List<String> places() {
        return List.of(".local/share/opencode/opencode*.db");
    }

    @Override
    public boolean recognises(Node.Fields record) {
        Node.Fields about = record.fields("info");
        boolean isExport = about.has("projectID") && record.get("messages") instanceof Node.Items;
        boolean isMessage = about.has("sessionID") && about.has("role") && record.get("parts") instanceof Node.Items;
        boolean isLine = record.has("sessionID")
                && record.has("timestamp")
                && record.fields("part").has("messageID");
        return isExport || isMessage || isLine;
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
    public Optional<Database> database() {
        return Optional.of(new OpencodeDatabase());
    }

    @Override
    public Optional<Hooks> hooks() {
        return Optional.of(new OpencodeHooks());
    }

    @Override
    public Transcript open(String name) {
        return new OpencodeTranscript(agent(), name);
    }
}
