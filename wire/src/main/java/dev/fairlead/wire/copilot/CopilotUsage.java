package dev.fairlead.wire.copilot;

import dev.fairlead.core.event.Tokens;
import dev.fairlead.wire.json.Node;
import java.util.HashMap;
import java.util.Map;

/// Adds up what was told of each model's use.
///
/// Later versions state every use of a model; earlier ones only how much each answer took, and the totals at the end.
/// The totals hold the parts, so only what is missing is told of them.
final class CopilotUsage {

    private static final int MOST_MODELS = 64;

    private final Map<String, Tokens> told = new HashMap<>();

    /// What one use took.
    Tokens ofOne(String model, Node.Fields usage) {
        Tokens now = tokens(usage);
        remember(model, now);
        return now;
    }

    /// What a total adds to the parts that were told.
    Tokens ofTotal(String model, Node.Fields usage) {
        Tokens added = tokens(usage).minus(told.getOrDefault(model, Tokens.NONE));
        remember(model, added);
        return added;
    }

    private void remember(String model, Tokens added) {
        if (told.containsKey(model) || told.size() < MOST_MODELS) {
            told.merge(model, added, Tokens::plus);
        }
    }

    /// The client counts cached tokens as input as well; here they are apart.
    private static Tokens tokens(Node.Fields usage) {
        long cached = usage.number("cacheReadTokens").orElse(0);
        long written = usage.number("cacheWriteTokens").orElse(0);
        long input = usage.number("inputTokens").orElse(0);
        return new Tokens(
                Math.max(0, input - cached - written),
                Math.max(0, cached),
                Math.max(0, written),
                Math.max(0, usage.number("outputTokens").orElse(0)));
    }
}
