package dev.fairlead.console;

import dev.fairlead.server.Door;
import dev.fairlead.store.OverviewStore.Fleet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How agents do: each over time, and each model, version and repository in figures.
record FleetPage(Frame frame, Search search, List<Agent> agents, List<Fleet> rows, List<FleetCode> code) {

    /// One agent over time.
    ///
    /// @param releases what was used for the first time, and when
    record Agent(String name, long sessions, List<Chart> charts, List<Release> releases) {}

    /// The first day of a version or a model.
    record Release(String what, long day) {
        String date() {
            return LocalDate.ofEpochDay(day).toString();
        }
    }

    /// What of the calls went through the gate.
    record Coverage(List<Door.Covered> rows) {}

    /// One figure over time, small.
    ///
    /// @param dots of the line, in its own units
    /// @param marks where something was released
    /// @param last the latest value, in words
    /// @param most the greatest value, in words
    record Chart(String title, List<Dot> dots, List<Integer> marks, String last, String most, long n, String span) {

        /// How wide it is, in its own units.
        static final int WIDTH = 240;
        /// How high it is.
        static final int HEIGHT = 60;

        /// A day.
        record Dot(int x, int y, String words) {}

        /// A value of a day.
        record Value(long day, double value) {}

        static Chart of(String title, List<Value> values, List<Release> releases, long n) {
            long first = values.getFirst().day();
            long days = Math.max(1, values.getLast().day() - first);
            double most = Math.max(
                    1e-9, values.stream().mapToDouble(Value::value).max().orElse(1));
            List<Dot> dots = new ArrayList<>();
            for (Value each : values) {
                dots.add(new Dot(
                        (int) ((each.day() - first) * (WIDTH - 8) / days) + 4,
                        (int) Math.round(HEIGHT - 4 - each.value() / most * (HEIGHT - 8)),
                        LocalDate.ofEpochDay(each.day()) + ": " + number(each.value())));
            }
            List<Integer> marks = releases.stream()
                    .filter(each -> each.day() > first && each.day() <= first + days)
                    .map(each -> (int) ((each.day() - first) * (WIDTH - 8) / days) + 4)
                    .distinct()
                    .toList();
            return new Chart(
                    title,
                    dots,
                    marks,
                    number(values.getLast().value()),
                    number(most),
                    n,
                    LocalDate.ofEpochDay(first) + " – " + LocalDate.ofEpochDay(first + days));
        }

        static String number(double value) {
            return value >= 1_000
                    ? Say.brief((long) value)
                    : String.format(Locale.ROOT, value >= 100 || value == Math.rint(value) ? "%.0f" : "%.1f", value);
        }

        /// The line as SVG wants it.
        String points() {
            StringBuilder points = new StringBuilder();
            dots.forEach(
                    dot -> points.append(dot.x()).append(',').append(dot.y()).append(' '));
            return points.toString().strip();
        }
    }

    /// Something of a hundred, or of one.
    static String rate(long part, long whole, int of) {
        return whole == 0 ? "–" : String.format(Locale.ROOT, "%.1f", (double) part * of / whole);
    }
}
