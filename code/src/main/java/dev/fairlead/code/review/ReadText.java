package dev.fairlead.code.review;

import dev.fairlead.code.Analyzers;
import dev.fairlead.code.Remark;
import dev.fairlead.code.SourceText;
import dev.fairlead.code.metrics.FunctionMetrics;
import dev.fairlead.code.metrics.Profiles;
import java.util.List;
import java.util.Optional;

/// A text that was read, with what was worked out of it: an edit begins with what the one before ended with.
///
/// Made for one thread.
public final class ReadText {

    private final SourceText source;
    private Optional<List<Remark>> remarks = Optional.empty();
    private Optional<List<FunctionMetrics>> functions = Optional.empty();

    ReadText(SourceText source) {
        this.source = source;
    }

    SourceText source() {
        return source;
    }

    /// What our own analyzers say of it.
    public List<Remark> remarks() {
        List<Remark> known = remarks.orElseGet(() -> Analyzers.look(source));
        remarks = Optional.of(known);
        return known;
    }

    /// Its functions.
    public List<FunctionMetrics> functions() {
        List<FunctionMetrics> known =
                functions.orElseGet(() -> Profiles.usual().measure(source.tree(), source.grammar()));
        functions = Optional.of(known);
        return known;
    }
}
