package dev.fairlead.console;

import dev.fairlead.server.Door;
import dev.fairlead.store.LabelStore.View;
import dev.fairlead.store.OverviewStore.By;

/// Findings of all sessions: searched, grouped, kept as views, taken away as files.
final class FindingDesk implements Console.Part {

    private static final String[] FIELDS = {
        "text", "class", "severity", "agent", "model", "repository", "person", "channel", "since", "by"
    };

    private final Door door;
    private final Frames frames;

    FindingDesk(Door door, Frames frames) {
        this.door = door;
        this.frames = frames;
    }

    @Override
    public void route(Console.Ways ways) {
        ways.show("/findings", this::findings);
        ways.show("/findings/export", this::export);
        ways.deed("/findings/views", this::keep);
        ways.deed("/findings/views/drop", this::drop);
    }

    private Answered findings(Asked asked) {
        Search search = Search.of(door, asked, FIELDS);
        By by = Search.constant(By.class, asked.part("by").orElse("misbehaviour"));
        FindingsPage page = new FindingsPage(
                frames.of("findings", asked),
                search,
                FindingCard.code(by),
                door.store().overview().groups(search.filter(), by),
                door.store().sessions().findings(search.filter()),
                door.store().labels().views());
        return new Answered.Page(Markup.of(JtefindingsGenerated::render, page));
    }

    private Answered export(Asked asked) {
        Search search = Search.of(door, asked, FIELDS);
        return asked.part("format").orElse("").equals("sarif")
                ? new Answered.Download(
                        "fairlead-findings.sarif",
                        "application/sarif+json",
                        Sarif.of(Exports.all(search.filter(), door.store().sessions()::findings), door.version()))
                : Exports.of(asked, "findings", search, door.store().sessions()::findings, Exports.FINDING);
    }

    private Answered keep(Asked asked) {
        String name = asked.required("name");
        if (name.length() > View.NAME) {
            throw new IllegalArgumentException(Say.say("view.too-long", View.NAME));
        }
        String query = asked.form().text("query");
        door.store()
                .labels()
                .keep(new View(
                        name,
                        query,
                        asked.visitor().caller().name(),
                        door.clock().instant()));
        return new Answered.Elsewhere("/findings?" + Addresses.with(query, "done", "view"));
    }

    private Answered drop(Asked asked) {
        door.store().labels().drop(asked.required("name"));
        return new Answered.Elsewhere("/findings?done=dropped");
    }
}
