package dev.fairlead.cli.connect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// opencode: a plugin, which runs within it.
final class Opencode implements Connector {

    @Override
    public String agent() {
        return "opencode";
    }

    @Override
    public String title() {
        return "opencode";
    }

    @Override
    public String program() {
        return "opencode";
    }

    @Override
    public List<Part> parts(Place place, WhenDown whenDown) {
        String file = "plugin/fairlead.js";
        return List.of(new OwnFile(
                place.file("OPENCODE_CONFIG_DIR", ".config/opencode", file, ".opencode/" + file),
                filled("opencode-plugin.js", place, whenDown),
                false));
    }

    /// A text that is packed with these classes, with what is particular to this machine.
    static String filled(String name, Place place, WhenDown whenDown) {
        try {
            String state = Json.flat(Json.object("", place.state().toString()).get(""));
            return Bridge.resource(name)
                    .replace("{{state}}", state)
                    .replace("{{closed}}", String.valueOf(whenDown == WhenDown.CLOSED));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public List<String> remarks(Place place) {
        return List.of("`opencode run` ends before it can be sent back to work; the terminal and the server can be");
    }
}
