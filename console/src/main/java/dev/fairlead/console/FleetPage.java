package dev.fairlead.console;

import dev.fairlead.core.decide.Budget;
import dev.fairlead.server.Door;
import dev.fairlead.store.OverviewStore.Fleet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// How agents do: each over time, and each model, version and repository in figures.
///
/// @param budgets that state prices
record FleetPage(
        Frame frame, Search search, List<Agent> agents, List<Fleet> rows, List<FleetCode> code, List<Budget> budgets) {

    /// What sessions of one kind can have cost at most, with how many they are; a dash where no price is known.
    String cost(Fleet row) {
        return budgets.stream()
                .map(each -> each.mostCost(row.model(), row.tokens() - row.output(), row.output()))
                .filter(OptionalDouble::isPresent)
                .findFirst()
                .map(cost -> Spending.money(cost.getAsDouble()))
                .orElse("–");
    }

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
    ///
    /// @param query that narrows the sessions
    /// @param more sizes, each more sessions than these
    record Coverage(List<Door.Covered> rows, String query, List<Integer> more) {

        int sessions() {
            return rows.stream().mapToInt(Door.Covered::sessions).sum();
        }

        /// The address of the same over more sessions.
        String over(int sessions) {
            return "/fleet/coverage?" + Addresses.with(query, "sessions", Integer.toString(sessions));
        }
    }

    /// One figure over time, small.
    ///
    /// @param dots of the line, in its own units
    /// @param marks days on which something was used for the first time
    /// @param last the latest value, in words
    /// @param most the greatest value, in words
    record Chart(String title, List<Dot> dots, List<Dot> marks, String last, String most, long n, String span) {

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
            List<Dot> marks = releases.stream()
                    .filter(each -> each.day() > first && each.day() <= first + days)
                    .map(each -> new Dot(
                            (int) ((each.day() - first) * (WIDTH - 8) / days) + 4, 0, each.date() + " " + each.what()))
                    .toList();
            return new Chart(
                    title,
                    dots,
                    marks,
                    number(values.getLast().value()),
                    number(most),
                    n,
                    first == values.getLast().day()
                            ? LocalDate.ofEpochDay(first).toString()
                            : LocalDate.ofEpochDay(first) + " – " + LocalDate.ofEpochDay(first + days));
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
