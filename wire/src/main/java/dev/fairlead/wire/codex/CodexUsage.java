package dev.fairlead.wire.codex;

import dev.fairlead.core.event.Tokens;
import dev.fairlead.wire.json.Node;

/// Turns the running totals that the client states, in two kinds of records and more than once, into what each
/// statement adds.
final class CodexUsage {

    private Tokens total = Tokens.NONE;
    private long context;

    /// What a statement of a session's total adds to the earlier ones.
    ///
    /// @param latest the use that the statement is made for; counts where the total has started anew
    Tokens added(Node.Fields stated, Node.Fields latest) {
        Tokens now = tokens(stated);
        if (latest.has("input_tokens")) {
            context = latest.number("input_tokens").orElse(0)
                    + latest.number("output_tokens").orElse(0);
        }
        boolean isAnew = now.read() < total.read() || now.output() < total.output();
        Tokens added = isAnew ? tokens(latest) : now.minus(total);
        total = now;
        return added;
    }

    /// How many tokens the context held when that was last said.
    long context() {
        return context;
    }

    /// The client counts cached tokens as input as well; here they are apart.
    private static Tokens tokens(Node.Fields usage) {
        long cached = usage.number("cached_input_tokens").orElse(0);
        long written = usage.number("cache_write_input_tokens").orElse(0);
        long input = usage.number("input_tokens").orElse(0);
        long output = usage.number("output_tokens").orElse(0);
        return new Tokens(Math.max(0, input - cached - written), cached, written, output);
    }
}
