package dev.fairlead.console;

import dev.fairlead.code.review.ReportCard;
import dev.fairlead.server.CodeCard;
import dev.fairlead.store.CodeChange;
import dev.fairlead.store.CodeChange.CodeFlaw;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a review made of the edits of a session: its card, and flaws beside the lines of each edit.
final class CodeMarks {

    /// Nothing was reviewed.
    static final CodeMarks NONE = new CodeMarks(List.of());

    private static final Pattern QUOTED = Pattern.compile("`([^`]{4,})`");
    private static final int TELLING = 8;

    private final List<CodeChange> changes;
    private final Map<Long, List<CodeChange>> bySequence = new HashMap<>();

    CodeMarks(List<CodeChange> changes) {
        this.changes = List.copyOf(changes);
        for (CodeChange each : changes) {
            bySequence.computeIfAbsent(each.sequence(), _ -> new ArrayList<>()).add(each);
        }
    }

    /// A flaw beside a change.
    ///
    /// @param line the place of its line within what is shown, from 0; -1 where it is not shown
    record Mark(int line, CodeFlaw flaw) {

        /// Its rule and its weakness, in words.
        String title() {
            return flaw.rule() + (flaw.cwe().isPresent() ? " CWE-" + flaw.cwe().getAsInt() : "");
        }

        /// How severe it is.
        String severity() {
            return FindingCard.code(flaw.severity());
        }
    }

    /// The card; empty where nothing was added.
    Optional<ReportCard> card() {
        return CodeCard.ofSession(changes);
    }

    /// How many lines were added.
    long added() {
        return changes.stream().mapToLong(each -> each.sums().added()).sum();
    }

    /// How many changes of files there were.
    int count() {
        return changes.size();
    }

    /// The flaws that belong beside one of the changes that a step shows.
    ///
    /// @param shown all of them
    List<Mark> on(long sequence, List<Step.Diff> shown, Step.Diff diff) {
        List<Mark> marks = new ArrayList<>();
        for (CodeChange change : bySequence.getOrDefault(sequence, List.of())) {
            List<Step.Diff> same = shown.stream()
                    .filter(each -> isSame(each.path(), change.path()))
                    .toList();
            for (CodeFlaw flaw : change.flaws()) {
                Optional<Step.Diff> place = same.stream()
                        .filter(each -> line(each, flaw) >= 0)
                        .findFirst()
                        .or(() -> same.stream().findFirst());
                place.filter(diff::equals).ifPresent(each -> marks.add(new Mark(line(each, flaw), flaw)));
            }
        }
        return marks;
    }

    private static boolean isSame(String named, String path) {
        String plain = named.replace('\\', '/');
        return plain.equals(path) || plain.endsWith("/" + path);
    }

    /// The line that was put in and that the flaw quotes; in a file that is new, the one of its number.
    private static int line(Step.Diff diff, CodeFlaw flaw) {
        Matcher quoted = QUOTED.matcher(flaw.claim());
        while (quoted.find()) {
            for (int i = 0; i < diff.lines().size(); i++) {
                DiffLine line = diff.lines().get(i);
                String text = line.text().strip();
                boolean isQuoted = text.contains(quoted.group(1))
                        || text.length() >= TELLING && quoted.group(1).contains(text);
                if (line.kind().equals("in") && isQuoted) {
                    return i;
                }
            }
        }
        boolean isNew = diff.lines().stream().allMatch(each -> each.kind().equals("in"));
        return isNew && flaw.line() <= diff.lines().size() ? flaw.line() - 1 : -1;
    }
}
