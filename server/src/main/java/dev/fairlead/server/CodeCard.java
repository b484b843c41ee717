package dev.fairlead.server;

import dev.fairlead.code.Dimension;
import dev.fairlead.code.review.ReportCard;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.store.CodeChange;
import dev.fairlead.store.CodeChange.CodeFlaw;
import dev.fairlead.store.CodeChange.FunctionRise;
import dev.fairlead.store.CodeChange.Sums;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Report cards from what the store keeps of changes.
public final class CodeCard {

    /// The fewest added lines that an agent is graded by.
    public static final long LEAST = 200;

    private CodeCard() {}

    /// The card of a session: of all that its edits brought in, also what it mended later. Empty where it added
    /// nothing.
    public static Optional<ReportCard> ofSession(List<CodeChange> changes) {
        long added = changes.stream().mapToLong(each -> each.sums().added()).sum();
        if (added == 0) {
            return Optional.empty();
        }
        Map<Dimension, Map<Severity, Long>> counts = new EnumMap<>(Dimension.class);
        Set<String> touched = new HashSet<>();
        Set<String> risen = new HashSet<>();
        boolean hasSecret = false;
        for (CodeChange change : changes) {
            for (CodeFlaw flaw : change.flaws()) {
                hasSecret |= flaw.rule().equals(ReportCard.SECRET);
                dimension(flaw.dimension())
                        .ifPresent(each -> counts.computeIfAbsent(each, _ -> new EnumMap<>(Severity.class))
                                .merge(flaw.severity(), 1L, Long::sum));
            }
            for (FunctionRise function : change.functions()) {
                String name = change.path() + '\0' + function.name();
                touched.add(name);
                if (function.cognitive() > Math.max(ReportCard.HARD, function.cognitiveBefore())) {
                    risen.add(name);
                }
            }
        }
        long hard = changes.stream().mapToLong(each -> each.sums().hard()).sum();
        return Optional.of(ReportCard.of(
                new ReportCard.Figures(counts, hard, risen.size(), touched.size(), added, hasSecret),
                Optional.empty()));
    }

    private static Optional<Dimension> dimension(String name) {
        for (Dimension each : Dimension.values()) {
            if (each.toString().equals(name.toLowerCase(Locale.ROOT))) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /// The card of an agent, from the sums of its changes. Empty where it added fewer than [#LEAST]
    /// lines.
    public static Optional<ReportCard> ofAgent(Sums sums) {
        return sums.added() < LEAST
                ? Optional.empty()
                : Optional.of(ReportCard.ofMany(
                        Map.of(
                                Dimension.SECURITY, sums.security(),
                                Dimension.RELIABILITY, sums.reliability(),
                                Dimension.COMPLEXITY, sums.hard(),
                                Dimension.HYGIENE, sums.hygiene()),
                        sums.added()));
    }
}
