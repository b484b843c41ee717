package dev.fairlead.code.review;

import dev.fairlead.code.metrics.FunctionMetrics;
import java.util.Optional;

/// How a function that was touched changed.
///
/// @param before empty where it is new
public record FunctionDelta(String path, Optional<FunctionMetrics> before, FunctionMetrics after) {

    /// How much harder it is to follow than before.
    public int cognitive() {
        return after.cognitive() - before.map(FunctionMetrics::cognitive).orElse(0);
    }

    /// How many more ways lead through it.
    public int cyclomatic() {
        return after.cyclomatic() - before.map(FunctionMetrics::cyclomatic).orElse(0);
    }

    /// How hard it has become, in words.
    public String told() {
        return "`%s` in `%s` line %d has cognitive complexity %d%s"
                .formatted(
                        after.name(),
                        path,
                        after.line(),
                        after.cognitive(),
                        before.map(each -> ", was " + each.cognitive()).orElse(", and is new"));
    }
}
