package dev.fairlead.code.change;

import dev.fairlead.code.change.AgentEdits.Insertion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells which line of a file was written by which step, by its text: so it holds after commits, rebases and squashes.
///
/// The latest edit that put a line in has it. A line that says little by itself, such as a bracket, belongs to the edit
/// of
/// the line before it where that edit put in such a line too. What no session put in is a person's, or older.
public final class Attribution {

    private static final int TELLING = 3;

    private final List<Insertion> insertions;

    /// @param insertions of all sessions, in any order
    public Attribution(List<Insertion> insertions) {
        this.insertions = insertions.stream()
                .sorted(Comparator.comparing((Insertion each) -> each.by().at())
                        .thenComparingLong(each -> each.by().step()))
                .toList();
    }

    /// Of each line of a file, who put it in; empty where no session did.
    ///
    /// @param path below the root of the repository
    public List<Optional<Authorship>> of(String path, String text) {
        Map<String, Authorship> latest = new HashMap<>();
        Map<Authorship, Set<String>> small = new HashMap<>();
        for (Insertion each : of(path)) {
            for (String line : addedLines(each)) {
                if (says(line)) {
                    latest.put(line, each.by());
                } else {
                    small.computeIfAbsent(each.by(), by -> new HashSet<>()).add(line);
                }
            }
        }
        List<Optional<Authorship>> authors = new ArrayList<>();
        Optional<Authorship> above = Optional.empty();
        for (String raw : text.lines().toList()) {
            String line = raw.strip();
            above = says(line)
                    ? Optional.ofNullable(latest.get(line))
                    : above.filter(by -> small.getOrDefault(by, Set.of()).contains(line));
            authors.add(above);
        }
        return authors;
    }

    private List<Insertion> of(String path) {
        return insertions.stream()
                .filter(each -> isSame(each.path().replace('\\', '/'), path))
                .toList();
    }

    private static boolean isSame(String named, String path) {
        return named.equals(path) || named.endsWith("/" + path);
    }

    /// The lines of an edit that were not there before, without white space around them.
    static List<String> addedLines(Insertion insertion) {
        List<String> lines = insertion.after().lines().map(String::strip).toList();
        return insertion.before().isEmpty()
                ? lines
                : insertion
                        .change()
                        .added()
                        .numbers()
                        .mapToObj(each -> lines.get(each - 1))
                        .toList();
    }

    /// Whether a line tells enough to be known again.
    static boolean says(String line) {
        return line.chars().filter(Character::isLetterOrDigit).limit(TELLING).count() == TELLING;
    }

    /// How many lines that agents wrote were still there after a while.
    ///
    /// @param written lines put in so long ago that it can be told
    public record Survival(int written, int alive) {}

    /// The text of the file at a time; empty where that is not known.
    @FunctionalInterface
    public interface Past<E extends Exception> {
        /// The text then.
        Optional<String> at(Instant time) throws E;
    }

    /// How many of the lines that were put into a file stood there some days later.
    ///
    /// @param now what is later cannot be told yet
    public <E extends Exception> Survival survival(String path, int days, Instant now, Past<E> past) throws E {
        int written = 0;
        int alive = 0;
        for (Insertion each : of(path)) {
            Instant then = each.by().at().plusSeconds(days * 86_400L);
            List<String> lines =
                    addedLines(each).stream().filter(Attribution::says).toList();
            Optional<String> text = then.isAfter(now) ? Optional.empty() : past.at(then);
            if (text.isEmpty()) {
                continue;
            }
            Set<String> there =
                    new HashSet<>(text.get().lines().map(String::strip).toList());
            written += lines.size();
            alive += (int) lines.stream().filter(there::contains).count();
        }
        return new Survival(written, alive);
    }
}
