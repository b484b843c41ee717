package dev.fairlead.console;

import static dev.fairlead.console.Say.say;

import dev.fairlead.code.review.ReportCard;
import dev.fairlead.server.CodeCard;
import dev.fairlead.store.CodeChange.Sums;
import dev.fairlead.store.Filter;
import dev.fairlead.store.SeriesStore;
import dev.fairlead.store.SeriesStore.Day;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// The code that an agent wrote: its card, and how the points came over time.
record FleetCode(String agent, Sums sums, Optional<ReportCard> card, List<FleetPage.Chart> charts) {

    private static final int LINES = 1_000;

    /// Each agent, the one that added most first.
    static List<FleetCode> of(SeriesStore series, Filter filter) {
        Map<String, List<Day>> agents = new LinkedHashMap<>();
        series.days(filter)
                .forEach(each -> agents.computeIfAbsent(each.agent(), _ -> new ArrayList<>())
                        .add(each));
        List<FleetCode> all = new ArrayList<>();
        agents.forEach((agent, days) -> all.add(of(agent, days)));
        all.sort(Comparator.comparingLong((FleetCode each) -> -each.sums().added()));
        return all;
    }

    private static FleetCode of(String agent, List<Day> days) {
        Sums sums = days.stream().map(Day::sums).reduce(Sums.NONE, Sums::with);
        List<FleetPage.Chart> charts = List.of(
                chart("fleet.code.added", days, Sums::added, 0, sums),
                chart("fleet.code.security", days, Sums::security, LINES, sums),
                chart("fleet.code.reliability", days, Sums::reliability, LINES, sums),
                chart("fleet.code.complexity", days, Sums::hard, LINES, sums));
        return new FleetCode(agent, sums, CodeCard.ofAgent(sums), charts);
    }

    /// @param lines for how many lines that were added the figure is told; 0 where it is told as it is
    private static FleetPage.Chart chart(
            String title, List<Day> days, ToLongFunction<Sums> figure, int lines, Sums sums) {
        return FleetPage.Chart.of(
                say(title),
                days.stream()
                        .map(each -> new FleetPage.Chart.Value(
                                each.day(),
                                lines == 0
                                        ? figure.applyAsLong(each.sums())
                                        : (double) figure.applyAsLong(each.sums())
                                                * lines
                                                / Math.max(1, each.sums().added())))
                        .toList(),
                List.of(),
                sums.added());
    }
}
