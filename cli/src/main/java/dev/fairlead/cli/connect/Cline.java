package dev.fairlead.cli.connect;

import java.nio.file.Path;
import java.util.List;

/// Cline: its hooks are programs, each named after its event, in a folder of their own.
final class Cline implements Connector {

    private static final List<Hook> HOOKS = List.of(
            Hook.told("TaskStart"),
            Hook.told("TaskResume"),
            Hook.told("TaskCancel"),
            Hook.told("TaskComplete"),
            Hook.told("UserPromptSubmit"),
            Hook.gate("PreToolUse"),
            Hook.told("PostToolUse"),
            Hook.told("PreCompact"),
            Hook.told("SessionShutdown"));

    @Override
    public String agent() {
        return "cline";
    }

    @Override
    public String title() {
        return "Cline";
    }

    @Override
    public String program() {
        return "cline";
    }

    @Override
    public List<Part> parts(Place place, WhenDown whenDown) {
        Bridge bridge = new Bridge(place.state(), whenDown);
        return HOOKS.stream()
                .map(hook ->
                        part(place.file("CLINE_DIR", ".cline", "hooks/" + hook.event(), inProject(hook)), bridge, hook))
                .toList();
    }

    private static String inProject(Hook hook) {
        return ".cline/hooks/" + hook.event();
    }

    private Part part(Path file, Bridge bridge, Hook hook) {
        return new OwnFile(file, "#!/bin/sh\n" + bridge.command(agent(), hook) + "\n", true);
    }

    @Override
    public List<String> remarks(Place place) {
        return List.of(
                "Cline has no way to refuse one call: a refusal ends the whole run, with the reason",
                "Cline does not call its hook for the first prompt of a task");
    }
}
