package dev.fairlead.console;

import dev.fairlead.server.Door;

/// The list of sessions, and what people say of findings.
final class ListDesk implements Console.Part {

    private final Door door;
    private final Frames frames;

    ListDesk(Door door, Frames frames) {
        this.door = door;
        this.frames = frames;
    }

    @Override
    public void route(Console.Ways ways) {
        ways.show("/sessions", this::sessions);
        ways.show("/labels", this::labels);
        ways.show("/labels/export", this::exportLabels);
    }

    private Answered sessions(Asked asked) {
        Search search = Search.of(
                door, asked, "text", "agent", "model", "repository", "person", "class", "severity", "channel", "since");
        SessionsPage page = new SessionsPage(
                frames.of("sessions", asked), search, door.store().sessions().sessions(search.filter()));
        return new Answered.Page(Markup.of(JtesessionsGenerated::render, page));
    }

    private Answered labels(Asked asked) {
        Search search = Search.of(door, asked, "text", "agent", "class", "verdict", "since");
        LabelsPage page = new LabelsPage(
                frames.of(Say.say("labels.title"), "findings", asked),
                search,
                door.store().labels().agreement(),
                door.store().labels().labels(search.filter()));
        return new Answered.Page(Markup.of(JtelabelsGenerated::render, page));
    }

    private Answered exportLabels(Asked asked) {
        Search search = Search.of(door, asked, "text", "agent", "class", "verdict", "since");
        return Exports.of(
                asked, "labels", search, filter -> door.store().labels().labels(filter), Exports.LABEL);
    }
}
