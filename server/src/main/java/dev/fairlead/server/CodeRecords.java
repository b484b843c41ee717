package dev.fairlead.server;

import dev.fairlead.code.Dimension;
import dev.fairlead.code.Remark;
import dev.fairlead.code.change.FileChange;
import dev.fairlead.code.metrics.FunctionMetrics;
import dev.fairlead.code.review.FunctionDelta;
import dev.fairlead.code.review.ReportCard;
import dev.fairlead.code.review.Review;
import dev.fairlead.code.syntax.Language;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.secret.Secrets;
import dev.fairlead.store.Channel;
import dev.fairlead.store.CodeChange;
import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;

/// Reviews of changes, as the store keeps them.
public final class CodeRecords {

    private CodeRecords() {}

    /// Who made a change, when; empty where it is not known.
    ///
    /// @param sequence of the event by which the call was made
    /// @param ordinal the file's place within the call
    public record Maker(
            Channel channel,
            SessionId session,
            long sequence,
            int ordinal,
            Instant at,
            String agent,
            String model,
            String version,
            String repository) {}

    /// The review of a change of one file.
    ///
    /// @param redacts whether secrets are taken out of what is quoted
    public static CodeChange of(Maker maker, FileChange change, Review review, boolean redacts) {
        return new CodeChange(
                maker.channel(),
                maker.session(),
                maker.sequence(),
                maker.ordinal(),
                maker.at(),
                maker.agent(),
                maker.model(),
                maker.version(),
                maker.repository(),
                change.path(),
                Language.of(change.path()).map(Language::title).orElse(""),
                sums(change, review),
                review.remarks().stream().map(each -> flaw(each, redacts)).toList(),
                review.functions().stream().map(CodeRecords::rise).toList());
    }

    private static CodeChange.Sums sums(FileChange change, Review review) {
        List<FunctionDelta> functions = review.functions();
        return new CodeChange.Sums(
                review.added(),
                change.removed(),
                functions.size(),
                sum(functions, FunctionDelta::cognitive),
                sum(functions, FunctionDelta::cyclomatic),
                sum(
                        functions,
                        each -> each.after().nloc()
                                - each.before().map(FunctionMetrics::nloc).orElse(0)),
                ReportCard.hard(functions),
                points(review, Dimension.SECURITY),
                points(review, Dimension.RELIABILITY),
                points(review, Dimension.HYGIENE));
    }

    private static long sum(List<FunctionDelta> functions, ToLongFunction<FunctionDelta> figure) {
        return functions.stream().mapToLong(figure).sum();
    }

    private static long points(Review review, Dimension dimension) {
        return review.remarks().stream()
                .filter(each -> each.dimension() == dimension)
                .mapToLong(each -> ReportCard.weight(each.severity()))
                .sum();
    }

    private static CodeChange.CodeFlaw flaw(Remark each, boolean redacts) {
        return new CodeChange.CodeFlaw(
                each.source(),
                each.rule(),
                each.dimension().toString(),
                each.severity(),
                each.cwe(),
                each.line(),
                each.endLine(),
                redacts ? Secrets.redact(each.claim()) : each.claim(),
                each.remedy());
    }

    private static CodeChange.FunctionRise rise(FunctionDelta each) {
        return new CodeChange.FunctionRise(
                each.after().name(),
                each.after().line(),
                each.after().cognitive() - each.cognitive(),
                each.after().cognitive());
    }
}
