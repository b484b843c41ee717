package dev.fairlead.cli.connect;

import java.util.List;

/// Qwen Code: hooks in `settings.json`, as Claude Code's.
final class QwenCode implements Connector {

    @Override
    public String agent() {
        return "qwen-code";
    }

    @Override
    public String title() {
        return "Qwen Code";
    }

    @Override
    public String program() {
        return "qwen";
    }

    @Override
    public List<Part> parts(Place place, WhenDown whenDown) {
        Bridge bridge = new Bridge(place.state(), whenDown);
        return List.of(new HookSettings(
                place.file("QWEN_HOME", ".qwen", "settings.json", ".qwen/settings.json"),
                ClaudeCode.groups(bridge, agent(), ClaudeCode.HOOKS)));
    }

    @Override
    public List<String> remarks(Place place) {
        return List.of("Qwen Code does not tell when a session of `qwen -p` ends");
    }
}
