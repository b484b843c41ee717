package dev.fairlead.code.metrics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// What was counted of a function.
///
/// @param name as the profile writes it
/// @param line the first, from 1
/// @param endLine the last
/// @param nloc lines that hold more than comments and white space
/// @param nesting how deep conditions and loops stand in each other
/// @param more counts that only some profiles have
public record FunctionMetrics(
        String name,
        int line,
        int endLine,
        int cyclomatic,
        int cognitive,
        int nloc,
        int nesting,
        int parameters,
        SequencedMap<String, Long> more) {

    public FunctionMetrics {
        more = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(more));
    }

    /// Without further counts.
    FunctionMetrics(
            String name, int line, int endLine, int cyclomatic, int cognitive, int nloc, int nesting, int parameters) {
        this(name, line, endLine, cyclomatic, cognitive, nloc, nesting, parameters, new LinkedHashMap<>(Map.of()));
    }

    /// With counts that only some profiles have.
    FunctionMetrics with(SequencedMap<String, Long> counts) {
        return new FunctionMetrics(name, line, endLine, cyclomatic, cognitive, nloc, nesting, parameters, counts);
    }

    /// How many lines it takes, with comments and empty ones.
    public int length() {
        return endLine - line + 1;
    }
}
