package dev.fairlead.code;

import dev.fairlead.code.rules.Rules;
import java.util.Comparator;
import java.util.List;

/// The catalogue of analyzers.
public final class Analyzers {

    private Analyzers() {}

    /// What all of them find in a text, in its order. In tests only what is left lying about counts: they attack,
    /// pretend
    /// and wait on purpose.
    public static List<Remark> look(SourceText source) {
        return Rules.all().stream()
                .filter(each -> !source.isTest() || each.card().dimension() == Dimension.HYGIENE)
                .flatMap(each -> each.analyze(source).stream())
                .sorted(Comparator.comparingInt(Remark::line).thenComparing(Remark::rule))
                .toList();
    }

    /// All of them, in alphabetical order.
    public static List<Analyzer> all() {
        return Rules.all();
    }
}
