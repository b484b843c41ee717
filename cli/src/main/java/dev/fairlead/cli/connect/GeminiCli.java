package dev.fairlead.cli.connect;

import dev.fairlead.wire.json.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Gemini CLI: hooks in `settings.json`, their limits in milliseconds.
///
/// Three hooks are left alone. `BeforeToolSelection` changes which tools the model may call even where
/// its answer is empty, `AfterModel` is called for every piece of an answer, and `PreCompress` before
/// every request, whether anything is compacted or not.
final class GeminiCli implements Connector {

    private static final int MILLISECONDS = 1000;

    private static final List<Hook> HOOKS = List.of(
            Hook.told("SessionStart"),
            Hook.told("BeforeAgent"),
            Hook.gate("BeforeTool"),
            Hook.told("AfterTool"),
            Hook.told("Notification"),
            Hook.told("AfterAgent"),
            Hook.told("SessionEnd"));

    @Override
    public String agent() {
        return "gemini-cli";
    }

    @Override
    public String title() {
        return "Gemini CLI";
    }

    @Override
    public String program() {
        return "gemini";
    }

    @Override
    public List<Part> parts(Place place, WhenDown whenDown) {
        Bridge bridge = new Bridge(place.state(), whenDown);
        SequencedMap<String, Node.Fields> groups = new LinkedHashMap<>();
        for (Hook hook : HOOKS) {
            String command = bridge.command(agent(), hook);
            int limit = hook.seconds() * MILLISECONDS;
            Node.Fields handler =
                    Json.object("name", "fairlead", "type", "command", "command", command, "timeout", limit);
            groups.put(hook.event(), Json.object("hooks", List.of(handler)));
        }
        return List.of(new HookSettings(
                place.file("GEMINI_CLI_HOME", "", ".gemini/settings.json", ".gemini/settings.json"), groups));
    }

    @Override
    public List<String> remarks(Place place) {
        return List.of("an editor that drives Gemini CLI over ACP does not call its hooks around tools");
    }
}
