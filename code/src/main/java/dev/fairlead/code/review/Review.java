package dev.fairlead.code.review;

import dev.fairlead.code.Remark;
import dev.fairlead.code.change.FileChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that is to be said of a change.
///
/// @param files in the order of their paths
/// @param remarks the worst first, then by place
/// @param functions those that were touched
/// @param added how many lines people will have to read that were added or changed
/// @param focus what to mend first; empty where nothing is wrong
public record Review(
        List<FileReview> files,
        List<Remark> remarks,
        List<FunctionDelta> functions,
        int added,
        ReportCard card,
        Optional<Focus> focus) {

    private static final Comparator<Remark> WORST_FIRST = Comparator.comparing(
                    Remark::severity, Comparator.comparingInt(ReportCard::weight))
            .reversed()
            .thenComparing(Remark::dimension)
            .thenComparing(Remark::path)
            .thenComparingInt(Remark::line);

    /// How many hard functions are named.
    public static final int MOST_HARD = 3;

    /// What is said in the place of grades where [#isEmpty].
    public static final String NOTHING = "nothing was added, so there is nothing to judge";

    /// Whether nothing was added that could be judged.
    public boolean isEmpty() {
        return added == 0 && remarks.isEmpty();
    }

    /// The same, where the texts of some files were not read.
    ///
    /// @param reasons why, by path
    public Review without(Map<String, String> reasons) {
        List<FileReview> told = files.stream()
                .map(each -> new FileReview(
                        each.change(),
                        each.unread()
                                .or(() -> Optional.ofNullable(
                                        reasons.get(each.change().path()))),
                        each.remarks(),
                        each.functions()))
                .toList();
        return new Review(told, remarks, functions, added, card, focus);
    }

    /// The files that were not looked at, with the reason of each, in sentences.
    public List<String> unread() {
        return files.stream()
                .flatMap(each -> each.unread().stream()
                        .map(reason -> "%s is not looked at: %s"
                                .formatted(each.change().path(), reason)))
                .toList();
    }

    /// The functions that rose above what is easy to follow, those that rose most first; [#MOST_HARD] at most.
    public List<FunctionDelta> hardest() {
        return functions.stream()
                .filter(each -> ReportCard.hard(List.of(each)) > 0)
                .sorted(Comparator.<FunctionDelta>comparingInt(each -> -ReportCard.hard(List.of(each)))
                        .thenComparing(FunctionDelta::path)
                        .thenComparingInt(each -> each.after().line()))
                .limit(MOST_HARD)
                .toList();
    }

    static Review of(List<FileReview> files, List<Remark> more, Optional<Coverage> coverage) {
        List<Remark> remarks = new ArrayList<>(more);
        List<FunctionDelta> functions = new ArrayList<>();
        for (FileReview file : files) {
            remarks.addAll(file.remarks());
            functions.addAll(file.functions());
        }
        remarks.sort(WORST_FIRST);
        List<FileChange> written = files.stream()
                .map(FileReview::change)
                .filter(each -> each.kind() == FileChange.Kind.WRITTEN)
                .toList();
        int added = written.stream().mapToInt(each -> each.added().size()).sum();
        ReportCard card = ReportCard.of(remarks, functions, added, coverage.map(each -> each.of(written)));
        return new Review(
                files.stream()
                        .sorted(Comparator.comparing(each -> each.change().path()))
                        .toList(),
                List.copyOf(remarks),
                List.copyOf(functions),
                added,
                card,
                Focus.of(card, remarks, functions));
    }
}
