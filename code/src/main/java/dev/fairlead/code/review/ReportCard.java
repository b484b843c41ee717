package dev.fairlead.code.review;

import dev.fairlead.code.Dimension;
import dev.fairlead.code.Remark;
import dev.fairlead.core.detect.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    public static final int HARD = 15;

    /// The rule that finds secrets.
    public static final String SECRET = "hard-coded-secret";

    private static final int SPAN = 50;
    private static final double[] RATES = {2, 10, 40};
    private static final int[] LIMITS = {0, 3, 9};
    private static final int[] COVERED = {90, 75, 50};

    /// The grade of one dimension.
    ///
    /// @param mark empty where nothing is known, such as of coverage whose report names none of the files
    /// @param arithmetic how it came about, for a person
    public record Subject(Dimension dimension, Optional<Grade> mark, String arithmetic) {

        Subject(Dimension dimension, Grade grade, String arithmetic) {
            this(dimension, Optional.of(grade), arithmetic);
        }

        /// The grade; the best where there is none.
        public Grade grade() {
            return mark.orElse(Grade.A);
        }

        /// The grade as it is shown; `–` where there is none.
        public String shown() {
            return mark.map(Grade::name).orElse("–");
        }
    }

    /// What a card is made of.
    ///
    /// @param counts remarks of each dimension by severity
    /// @param hard by how many levels functions rose beyond what is easy to follow
    /// @param risen how many functions did
    /// @param touched how many functions were looked at
    /// @param hasSecret whether a secret stands in the code
    public record Figures(
            Map<Dimension, Map<Severity, Long>> counts,
            long hard,
            long risen,
            long touched,
            long added,
            boolean hasSecret) {

        private Map<Severity, Long> of(Dimension dimension) {
            return new TreeMap<>(counts.getOrDefault(dimension, Map.of()));
        }
    }

    static ReportCard of(
            List<Remark> remarks, List<FunctionDelta> functions, int added, Optional<Coverage.Share> coverage) {
        Map<Dimension, Map<Severity, Long>> counts = remarks.stream()
                .collect(Collectors.groupingBy(
                        Remark::dimension, Collectors.groupingBy(Remark::severity, Collectors.counting())));
        boolean hasSecret = remarks.stream().anyMatch(each -> each.rule().equals(SECRET));
        long risen = functions.stream().filter(each -> over(each) > 0).count();
        return of(new Figures(counts, hard(functions), risen, functions.size(), added, hasSecret), coverage);
    }

    /// The card of a change, or of a session's changes together.
    public static ReportCard of(Figures figures, Optional<Coverage.Share> coverage) {
        List<Subject> subjects = List.of(
                counted(Dimension.SECURITY, figures),
                counted(Dimension.RELIABILITY, figures),
                complexity(figures),
                counted(Dimension.HYGIENE, figures));
        Grade mean = mean(subjects);
        Optional<String> cap = cap(figures);
        Grade overall = cap.isEmpty() ? mean : mean.or(figures.hasSecret() ? Grade.D : Grade.C);
        return new ReportCard(subjects, coverage.map(ReportCard::covered), overall, cap);
    }

    /// The card of an agent, from the points of many changes: for each 1,000 lines that were added. Nothing caps it.
    ///
    /// @param points of each dimension
    public static ReportCard ofMany(Map<Dimension, Long> points, long added) {
        List<Subject> subjects = Stream.of(
                        Dimension.SECURITY, Dimension.RELIABILITY, Dimension.COMPLEXITY, Dimension.HYGIENE)
                .map(each -> rated(each, points.getOrDefault(each, 0L), added))
                .toList();
        return new ReportCard(subjects, Optional.empty(), mean(subjects), Optional.empty());
    }

    private static Subject rated(Dimension dimension, long points, long added) {
        double rate = 1_000.0 * points / Math.max(1, added);
        Grade grade = rate <= RATES[0] ? Grade.A : rate <= RATES[1] ? Grade.B : rate <= RATES[2] ? Grade.C : Grade.D;
        return new Subject(
                dimension,
                grade,
                String.format(Locale.ROOT, "%,d points on %,d lines added: %.1f for each 1,000", points, added, rate));
    }

    private static Subject counted(Dimension dimension, Figures figures) {
        Map<Severity, Long> counts = figures.of(dimension);
        long points = counts.entrySet().stream()
                .mapToLong(each -> each.getValue() * weight(each.getKey()))
                .sum();
        // A serious finding of security is one, however much stands around it.
        long spans = dimension == Dimension.SECURITY ? 1 : Math.max(1, figures.added() / SPAN);
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
    private static Subject complexity(Figures figures) {
        String arithmetic = figures.hard() == 0
                ? "none of %d functions became harder than %d".formatted(figures.touched(), HARD)
                : "%d of %d functions rose above %d, by %d together"
                        .formatted(figures.risen(), figures.touched(), HARD, figures.hard());
        return new Subject(Dimension.COMPLEXITY, grade(figures.hard()), arithmetic);
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
        if (!share.isKnown()) {
            return new Subject(Dimension.COVERAGE, Optional.empty(), "not known: the report names none of these files");
        }
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

    private static Optional<String> cap(Figures figures) {
        if (figures.hasSecret()) {
            return Optional.of("a secret in the code, which makes the whole D");
        }
        return figures.of(Dimension.SECURITY).containsKey(Severity.HIGH)
                ? Optional.of("a serious finding of security, which leaves the whole no better than C")
                : Optional.empty();
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
