package dev.fairlead.console;

import static dev.fairlead.console.Say.say;

import dev.fairlead.console.FleetPage.Chart;
import dev.fairlead.console.FleetPage.Release;
import dev.fairlead.server.Door;
import dev.fairlead.store.Channel;
import dev.fairlead.store.Filter;
import dev.fairlead.store.OverviewStore.Day;
import dev.fairlead.store.OverviewStore.Fleet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// How agents do, over time and side by side.
final class FleetDesk implements Console.Part {

    private static final long DAY = 86_400;
    private static final List<Integer> COVERED = List.of(20, 100, Filter.MOST);

    private final Door door;
    private final Frames frames;

    FleetDesk(Door door, Frames frames) {
        this.door = door;
        this.frames = frames;
    }

    @Override
    public void route(Console.Ways ways) {
        ways.show("/fleet", this::fleet);
        ways.show("/fleet/coverage", this::coverage);
    }

    private Answered fleet(Asked asked) {
        Search search = Search.of(door, asked, "agent", "model", "repository", "channel", "since");
        List<Fleet> rows = door.store().overview().fleet(search.filter());
        Map<String, List<Day>> days = new LinkedHashMap<>();
        door.store()
                .overview()
                .days(search.filter())
                .forEach(each -> days.computeIfAbsent(each.agent(), _ -> new ArrayList<>())
                        .add(each));
        List<FleetPage.Agent> agents = new ArrayList<>();
        days.forEach((name, all) -> agents.add(agent(name, all, rows)));
        agents.sort(Comparator.comparingLong((FleetPage.Agent each) -> -each.sessions()));
        FleetPage page = new FleetPage(
                frames.of("fleet", asked),
                search,
                agents,
                rows,
                FleetCode.of(door.store().series(), search.filter()),
                door.policy("").policy().budgets());
        return new Answered.Page(Markup.of(JtefleetGenerated::render, page));
    }

    private static FleetPage.Agent agent(String name, List<Day> days, List<Fleet> rows) {
        Map<String, Long> firsts = new TreeMap<>();
        for (Fleet each : rows) {
            long day = each.first().getEpochSecond() / DAY;
            if (each.agent().equals(name) && day > 0) {
                if (!each.model().isEmpty()) {
                    firsts.merge(each.model(), day, Math::min);
                }
                if (!each.version().isEmpty()) {
                    firsts.merge(name + " " + each.version(), day, Math::min);
                }
            }
        }
        List<Release> releases = firsts.entrySet().stream()
                .map(each -> new Release(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingLong(Release::day).reversed())
                .toList();
        long sessions = days.stream().mapToLong(Day::sessions).sum();
        long calls = days.stream().mapToLong(Day::calls).sum();
        List<Chart> charts = List.of(
                chart("fleet.sessions", days, releases, Day::sessions, sessions),
                chart("fleet.failures", days, releases, each -> of(each.failures(), each.calls(), 100), calls),
                chart("fleet.findings", days, releases, each -> of(each.findings(), each.sessions(), 1), sessions),
                chart("fleet.tokens", days, releases, each -> of(each.tokens(), each.sessions(), 1), sessions));
        return new FleetPage.Agent(name, sessions, charts, releases);
    }

    private static double of(long part, long whole, int times) {
        return whole == 0 ? 0 : (double) part * times / whole;
    }

    private static Chart chart(
            String title, List<Day> days, List<Release> releases, ToDoubleFunction<Day> value, long n) {
        return Chart.of(
                say(title),
                days.stream()
                        .map(each -> new Chart.Value(each.day(), value.applyAsDouble(each)))
                        .toList(),
                releases,
                n);
    }

    /// The calls of some sessions are counted one by one, which takes its time: so it is done only when asked for.
    private Answered coverage(Asked asked) {
        Search search = Search.of(door, asked, "agent", "repository", "since");
        int sessions = Math.clamp(asked.number("sessions", COVERED.getFirst()), 1, Filter.MOST);
        Filter filter = search.filter().channel(Channel.FILE).limit(sessions);
        FleetPage.Coverage page = new FleetPage.Coverage(
                door.coverage(filter),
                search.query(),
                COVERED.stream().filter(each -> each > sessions).toList());
        return new Answered.Page(Markup.of(JtecoverageGenerated::render, page));
    }
}
