package dev.fairlead.code.review;

import dev.fairlead.code.Analyzer;
import dev.fairlead.code.AnalyzerCard;
import dev.fairlead.code.Analyzers;
import dev.fairlead.code.Dimension;
import dev.fairlead.code.Remark;
import dev.fairlead.code.change.FileChange;
import dev.fairlead.code.metrics.FunctionMetrics;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.event.Flaw;
import dev.fairlead.core.session.Digest;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What an agent is told of a change while it works: one flaw, of those that our own rules are sure of.
///
/// Flaws of security speak where they are of high severity, flaws of reliability where they are of medium severity or
/// more, the worst first. Where there is none, a function speaks that the change made harder to follow, to a cognitive
/// complexity of [#TOO_HARD] or more.
public final class Spoken {

    /// The name under which functions that are hard to follow are told.
    public static final String COMPLEXITY = "cognitive-complexity";

    /// Cognitive complexity from which an agent is told.
    public static final int TOO_HARD = 25;

    private static final String SIMPLER = "split it, or turn conditions round and leave early";

    private Spoken() {}

    /// The names of the rules that speak.
    public static Set<String> rules() {
        Set<String> rules = Analyzers.all().stream()
                .map(Analyzer::card)
                .filter(each -> speaks(each.dimension(), each.severity()))
                .map(AnalyzerCard::id)
                .collect(Collectors.toCollection(HashSet::new));
        rules.add(COMPLEXITY);
        return Set.copyOf(rules);
    }

    private static boolean speaks(Dimension dimension, Severity severity) {
        return switch (dimension) {
            case SECURITY -> severity == Severity.HIGH;
            case RELIABILITY -> severity.compareTo(Severity.MEDIUM) >= 0;
            case COMPLEXITY, HYGIENE, COVERAGE -> false;
        };
    }

    /// The flaw to be told of; empty where there is none.
    public static Optional<Flaw> of(Review review) {
        return review.remarks().stream()
                .filter(each -> each.source().equals(Remark.OWN) && speaks(each.dimension(), each.severity()))
                .findFirst()
                .map(each -> flaw(each, review))
                .or(() -> hardest(review));
    }

    private static Flaw flaw(Remark remark, Review review) {
        List<String> lines = review.files().stream()
                .map(FileReview::change)
                .filter(each -> each.path().equals(remark.path()))
                .findFirst()
                .map(FileChange::after)
                .orElse("")
                .lines()
                .toList();
        return new Flaw(
                remark.rule(),
                remark.dimension() == Dimension.SECURITY ? Flaw.Side.SECURITY : Flaw.Side.RELIABILITY,
                remark.severity() == Severity.HIGH,
                remark.path(),
                remark.line(),
                mark(lines, remark.line()),
                "wrote code in `%s` line %d that %s".formatted(remark.path(), remark.line(), remark.claim()),
                remark.remedy());
    }

    private static Optional<Flaw> hardest(Review review) {
        return review.functions().stream()
                .filter(each -> each.cognitive() > 0 && each.after().cognitive() >= TOO_HARD)
                .max(Comparator.comparingInt(FunctionDelta::cognitive))
                .map(each -> new Flaw(
                        COMPLEXITY,
                        Flaw.Side.COMPLEXITY,
                        false,
                        each.path(),
                        each.after().line(),
                        Digest.of(each.after().name()),
                        "made `%s` in `%s` hard to follow: its cognitive complexity is %d and was %d, and %d is enough"
                                .formatted(
                                        each.after().name(),
                                        each.path(),
                                        each.after().cognitive(),
                                        each.after().cognitive() - each.cognitive(),
                                        ReportCard.HARD),
                        SIMPLER));
    }

    private static long mark(List<String> lines, int line) {
        return line <= lines.size() ? Digest.of(lines.get(line - 1).strip()) : 0;
    }

    /// Whether a flaw that was told of stands in a text no more.
    ///
    /// @param reading empty where the text cannot be read as a tree: then its line must be there
    public static boolean isMended(Flaw flaw, String text, Optional<ReadText> reading) {
        List<String> lines = text.lines().toList();
        if (reading.isEmpty()) {
            return isGone(flaw, text);
        }
        if (flaw.side() == Flaw.Side.COMPLEXITY) {
            return reading.get().functions().stream()
                    .filter(each -> Digest.of(each.name()) == flaw.mark())
                    .map(FunctionMetrics::cognitive)
                    .allMatch(each -> each < TOO_HARD);
        }
        return reading.get().remarks().stream()
                .noneMatch(each -> each.rule().equals(flaw.rule()) && mark(lines, each.line()) == flaw.mark());
    }

    /// Whether the line of a flaw stands in a text no more. That of a function is not looked for.
    public static boolean isGone(Flaw flaw, String text) {
        return flaw.side() == Flaw.Side.COMPLEXITY
                ? text.isEmpty()
                : text.lines().noneMatch(each -> Digest.of(each.strip()) == flaw.mark());
    }
}
