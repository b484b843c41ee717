package dev.fairlead.console;

import dev.fairlead.console.NowPage.Row;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.server.Door;
import dev.fairlead.server.LiveView;
import dev.fairlead.store.Approval;
import dev.fairlead.store.Filter;
import dev.fairlead.store.Switch;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What goes on at this moment, and the switch that ends it.
final class NowDesk implements Console.Part {

    /// The most sessions that one page shows.
    static final int MOST = 200;

    private static final Duration DAY = Duration.ofHours(12);
    private static final Duration QUIET = Duration.ofMinutes(10);
    private static final int EXCERPT = 140;

    private final Door door;
    private final Frames frames;

    NowDesk(Door door, Frames frames) {
        this.door = door;
        this.frames = frames;
    }

    @Override
    public void route(Console.Ways ways) {
        ways.show("/now", asked -> new Answered.Page(Markup.of(JtenowGenerated::render, page(asked))));
        ways.show("/now/list", asked -> new Answered.Page(Markup.of(JtelivelistGenerated::render, page(asked))));
        ways.deed("/switch/stop", this::stop);
        ways.deed("/switch/lift", this::lift);
    }

    private NowPage page(Asked asked) {
        Instant now = door.clock().instant();
        Search search = Search.of(door, asked, "text", "agent", "repository", "person", "state");
        Map<String, String> waiting = new HashMap<>();
        for (Approval each : door.store()
                .approvals()
                .approvals(Filter.ALL.state("pending").limit(Filter.MOST))
                .items()) {
            waiting.putIfAbsent(each.request().session().value(), each.id());
        }
        List<Row> all = door.live(now.minus(DAY)).stream()
                .map(live -> row(live, waiting.getOrDefault(live.session().value(), ""), now))
                .toList();
        List<Row> wanted = all.stream().filter(row -> isWanted(row, asked)).toList();
        return new NowPage(
                frames.of("now", asked),
                search,
                wanted.subList(0, Math.min(MOST, wanted.size())),
                Math.max(0, wanted.size() - MOST),
                all.size(),
                door.holding(),
                now);
    }

    private static boolean isWanted(Row row, Asked asked) {
        String words = String.join(
                " ",
                row.task(),
                row.last(),
                row.repository(),
                row.person(),
                row.live().agent(),
                row.live().profile().model().orElse(""),
                row.live().session().value());
        return asked.part("agent").map(row.live().agent()::equals).orElse(true)
                && asked.part("repository").map(row.repository()::equals).orElse(true)
                && asked.part("person").map(row.person()::equals).orElse(true)
                && asked.part("state").map(row.state()::equals).orElse(true)
                && asked.part("text")
                        .map(text -> words.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)))
                        .orElse(true);
    }

    private static Row row(LiveView live, String approval, Instant now) {
        return new Row(
                live, state(live, approval, now), live.last().map(NowDesk::last).orElse(""), approval);
    }

    private static String state(LiveView live, String approval, Instant now) {
        if (live.heldBy().isPresent()) {
            return live.heldBy().get().kind() == Switch.Kind.STOP ? "stopped" : "paused";
        }
        if (live.hasEnded()) {
            return "ended";
        }
        if (!approval.isEmpty()) {
            return "waiting";
        }
        if (live.isNudged()) {
            return "nudged";
        }
        return live.heardAt().isBefore(now.minus(QUIET)) ? "quiet" : "working";
    }

    private static String last(Event event) {
        String words = switch (event.what()) {
            case Happening.ToolCalled called -> called.tool() + "  " + Tellings.argument(called);
            case Happening.ToolReturned returned -> Say.say("now.returned") + "  " + returned.text();
            default ->
                Tellings.of(event)
                        .map(each -> Say.named("kind.", each.kind()) + ": " + each.title() + " " + each.text())
                        .orElse("");
        };
        String line = words.strip().replaceAll("\\s+", " ");
        return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "…";
    }

    /// Throws the switch for what was chosen: some sessions, or all of a kind.
    private Answered stop(Asked asked) {
        String why = asked.required("why");
        Switch.Kind kind = Search.constant(Switch.Kind.class, asked.required("kind"));
        Optional<Duration> time = asked.form().first("for").map(NowDesk::time);
        for (Switch.Target target : targets(asked)) {
            door.stop(asked.visitor().caller(), target, kind, why, time);
        }
        return back(asked, "stopped");
    }

    private static List<Switch.Target> targets(Asked asked) {
        String scope = asked.required("scope");
        if (scope.equals("chosen")) {
            List<String> chosen = asked.form().all("session");
            if (chosen.isEmpty()) {
                throw new IllegalArgumentException(Say.say("switch.none-chosen"));
            }
            return chosen.stream()
                    .map(each -> new Switch.Target(Switch.Scope.SESSION, each))
                    .toList();
        }
        int colon = scope.indexOf(':');
        Switch.Scope named = Search.constant(Switch.Scope.class, colon < 0 ? scope : scope.substring(0, colon));
        String value = colon < 0 ? asked.form().text("value") : scope.substring(colon + 1);
        if (named != Switch.Scope.ALL && value.isBlank()) {
            throw new IllegalArgumentException(Say.say("switch.no-value"));
        }
        return List.of(new Switch.Target(named, named == Switch.Scope.ALL ? "" : value));
    }

    private static Duration time(String code) {
        return switch (code) {
            case "10m" -> Duration.ofMinutes(10);
            case "1h" -> Duration.ofHours(1);
            case "8h" -> Duration.ofHours(8);
            default -> throw new IllegalArgumentException(Say.say("error.no-choice", code));
        };
    }

    private Answered lift(Asked asked) {
        targets(asked).forEach(target -> door.lift(asked.visitor().caller(), target, Say.say("switch.lifted.why")));
        return back(asked, "lifted");
    }

    /// Only our own pages are gone back to.
    private static Answered back(Asked asked, String done) {
        String back = asked.form().first("back").orElse("/now");
        boolean isOurs = back.startsWith("/session?") || back.equals("/now");
        String page = isOurs ? back : "/now";
        return new Answered.Elsewhere(page + (page.contains("?") ? "&" : "?") + "done=" + done);
    }
}
