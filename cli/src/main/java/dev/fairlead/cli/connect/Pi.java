package dev.fairlead.cli.connect;

import java.util.List;

/// pi: an extension, which runs within it.
final class Pi implements Connector {

    @Override
    public String agent() {
        return "pi";
    }

    @Override
    public String title() {
        return "pi";
    }

    @Override
    public String program() {
        return "pi";
    }

    @Override
    public List<Part> parts(Place place, WhenDown whenDown) {
        String file = "extensions/fairlead.ts";
        return List.of(new OwnFile(
                place.file("PI_CODING_AGENT_DIR", ".pi/agent", file, ".pi/" + file),
                Opencode.filled("pi-extension.ts", place, whenDown),
                false));
    }

    @Override
    public List<String> remarks(Place place) {
        return place.scope() == Scope.PROJECT
                ? List.of("pi loads the extensions of a project only where the project is trusted")
                : List.of();
    }
}
