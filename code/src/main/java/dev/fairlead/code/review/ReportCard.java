package dev.fairlead.code.review;

import dev.fairlead.code.Dimension;
import dev.fairlead.code.Remark;
import dev.fairlead.core.detect.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The grades of a change, with the arithmetic that leads to them.
///
/// A remark of high severity costs 10 points, of medium 4, of low 1. Up to 50 lines added count as they are; beyond,
/// points
/// are taken for each 50 lines, so that long changes are not punished for being long. The whole is the mean of the
/// grades, rounded to the worse; a serious finding of security keeps it from being better than C, a secret in the code
/// makes it D. Coverage stands apart.
///
/// @param subjects the dimensions but coverage, in their order
/// @param coverage empty where no report was given
/// @param overall the whole
/// @param cap why the whole is not better; empty where nothing keeps it down
public record ReportCard(List<Subject> subjects, Optional<Subject> coverage, Grade overall, Optional<String> cap) {

    /// Cognitive complexity above which a function is hard to follow.
    static final int HARD = 15;

    private static final int SPAN = 50;
    private static final int[] LIMITS = {0, 3, 9};
    private static final int[] COVERED = {90, 75, 50};

    /// The grade of one dimension.
    ///
    /// @param arithmetic how it came about, for a person
    public record Subject(Dimension dimension, Grade grade, String arithmetic) {}

    static ReportCard of(
            List<Remark> remarks, List<FunctionDelta> functions, int added, Optional<Coverage.Share> coverage) {
        List<Subject> subjects = new ArrayList<>();
        for (Dimension dimension : List.of(Dimension.SECURITY, Dimension.RELIABILITY)) {
            subjects.add(counted(dimension, remarks, added));
        }
        subjects.add(complexity(functions));
        subjects.add(counted(Dimension.HYGIENE, remarks, added));
        Grade mean = mean(subjects);
        Optional<String> cap = cap(remarks);
        Grade overall = cap.isEmpty() ? mean : mean.or(isSecret(remarks) ? Grade.D : Grade.C);
        return new ReportCard(List.copyOf(subjects), coverage.map(ReportCard::covered), overall, cap);
    }

    private static Subject counted(Dimension dimension, List<Remark> remarks, int added) {
        Map<Severity, Long> counts = remarks.stream()
                .filter(each -> each.dimension() == dimension)
                .collect(Collectors.groupingBy(
                        Remark::severity, () -> new EnumMap<>(Severity.class), Collectors.counting()));
        long points = counts.entrySet().stream()
                .mapToLong(each -> each.getValue() * weight(each.getKey()))
                .sum();
        // A serious finding of security is one, however much stands around it.
        int spans = dimension == Dimension.SECURITY ? 1 : Math.max(1, added / SPAN);
        long cost = (points + spans - 1) / spans;
        String sum = counts.entrySet().stream()
                .map(each -> "%d %s × %d".formatted(each.getValue(), name(each.getKey()), weight(each.getKey())))
                .collect(Collectors.joining(" + "));
        String arithmetic = sum.isEmpty()
                ? "nothing found"
                : sum + " = " + points
                        + (spans == 1 ? "" : ", for each of %d × %d lines added %d".formatted(spans, SPAN, cost));
        return new Subject(dimension, grade(cost), arithmetic);
    }

    /// One point for each level of difficulty above the limit that the change brought.
    private static Subject complexity(List<FunctionDelta> functions) {
        int points = hard(functions);
        long hard = functions.stream().filter(each -> over(each) > 0).count();
        String arithmetic = points == 0
                ? "none of %d functions became harder than %d".formatted(functions.size(), HARD)
                : "%d of %d functions rose above %d, by %d together".formatted(hard, functions.size(), HARD, points);
        return new Subject(Dimension.COMPLEXITY, grade(points), arithmetic);
    }

    /// By how many levels functions rose beyond what is easy to follow.
    public static int hard(List<FunctionDelta> functions) {
        return functions.stream().mapToInt(ReportCard::over).sum();
    }

    private static int over(FunctionDelta each) {
        int was = each.before().map(before -> before.cognitive()).orElse(0);
        return Math.max(0, each.after().cognitive() - Math.max(HARD, was));
    }

    private static Subject covered(Coverage.Share share) {
        int percent = share.percent();
        Grade grade = percent >= COVERED[0]
                ? Grade.A
                : percent >= COVERED[1] ? Grade.B : percent >= COVERED[2] ? Grade.C : Grade.D;
        return new Subject(
                Dimension.COVERAGE,
                grade,
                "%d of %d added lines that can run are run: %d %%".formatted(share.covered(), share.lines(), percent));
    }

    private static Grade grade(long points) {
        return points <= LIMITS[0] ? Grade.A : points <= LIMITS[1] ? Grade.B : points <= LIMITS[2] ? Grade.C : Grade.D;
    }

    private static Grade mean(List<Subject> subjects) {
        int sum = subjects.stream().mapToInt(each -> each.grade().points()).sum();
        return Grade.ofPoints((sum + subjects.size() - 1) / subjects.size());
    }

    private static Optional<String> cap(List<Remark> remarks) {
        if (isSecret(remarks)) {
            return Optional.of("a secret stands in the code, which makes the whole D");
        }
        return remarks.stream()
                        .anyMatch(each -> each.dimension() == Dimension.SECURITY && each.severity() == Severity.HIGH)
                ? Optional.of("a serious finding of security, which leaves the whole no better than C")
                : Optional.empty();
    }

    private static boolean isSecret(List<Remark> remarks) {
        return remarks.stream().anyMatch(each -> each.rule().equals("hard-coded-secret"));
    }

    /// What a flaw of a severity costs.
    public static int weight(Severity severity) {
        return switch (severity) {
            case HIGH -> 10;
            case MEDIUM -> 4;
            case LOW -> 1;
        };
    }

    static String name(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
