package dev.fairlead.code.review;

import dev.fairlead.code.Dimension;
import dev.fairlead.code.Remark;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The one thing to mend first.
///
/// @param dimension the side of the change that is worst
/// @param path the file
/// @param line where, from 1
/// @param claim what is wrong there
/// @param remedy what to do, as an order
public record Focus(Dimension dimension, String path, int line, String claim, String remedy) {

    private static final String SIMPLER = "split it, or turn conditions round and leave early";

    /// What an agent is told, in two sentences; the whole of the change is not its business now.
    public String guidance() {
        String what = "in `%s` line %d your change %s".formatted(path, line, claim);
        return remedy.isEmpty() ? what : what + "; " + remedy;
    }

    /// What keeps the whole down where something does, else the worst dimension's worst place; empty where nothing is
    /// wrong.
    static Optional<Focus> of(ReportCard card, List<Remark> remarks, List<FunctionDelta> functions) {
        Optional<Focus> secret = remarks.stream()
                .filter(each -> each.rule().equals(ReportCard.SECRET))
                .findFirst()
                .map(Focus::of);
        Optional<Focus> capping =
                secret.isPresent() || card.cap().isEmpty() ? secret : worst(Dimension.SECURITY, remarks);
        return capping.or(() -> card.subjects().stream()
                .filter(each -> each.grade() != Grade.A)
                .reduce((one, other) ->
                        other.grade().points() > one.grade().points() ? other : one) // the first of equals
                .flatMap(each -> each.dimension() == Dimension.COMPLEXITY
                        ? hardest(functions)
                        : worst(each.dimension(), remarks)));
    }

    private static Focus of(Remark remark) {
        return new Focus(remark.dimension(), remark.path(), remark.line(), remark.claim(), remark.remedy());
    }

    private static Optional<Focus> worst(Dimension dimension, List<Remark> remarks) {
        return remarks.stream()
                .filter(each -> each.dimension() == dimension)
                .max(Comparator.comparingInt(each -> ReportCard.weight(each.severity())))
                .map(Focus::of);
    }

    private static Optional<Focus> hardest(List<FunctionDelta> functions) {
        return functions.stream()
                .filter(each -> each.after().cognitive() > ReportCard.HARD)
                .max(Comparator.comparingInt(FunctionDelta::cognitive))
                .map(each -> new Focus(
                        Dimension.COMPLEXITY,
                        each.path(),
                        each.after().line(),
                        "makes `%s` hard to follow: cognitive complexity %d, was %d, and %d is enough"
                                .formatted(
                                        each.after().name(),
                                        each.after().cognitive(),
                                        each.after().cognitive() - each.cognitive(),
                                        ReportCard.HARD),
                        SIMPLER));
    }
}
