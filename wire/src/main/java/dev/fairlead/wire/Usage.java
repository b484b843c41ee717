package dev.fairlead.wire;

import dev.fairlead.core.event.Tokens;
import dev.fairlead.wire.json.Node;

/// Reads what the interfaces of models say of the tokens that they used.
public final class Usage {

    private Usage() {}

    /// A statement in OpenAI's words (`prompt_tokens`, which includes what came from a cache) or in Anthropic's
    /// (`input_tokens`, which does not).
    public static Tokens of(Node.Fields usage) {
        long prompt = usage.number("prompt_tokens").orElse(-1);
        if (prompt >= 0) {
            long cached = usage.fields("prompt_tokens_details")
                    .number("cached_tokens")
                    .orElse(usage.number("cached_tokens").orElse(0));
            return inclusive(
                    prompt, cached, 0, usage.number("completion_tokens").orElse(0));
        }
        long input = usage.number("input_tokens").orElse(0);
        long output = usage.number("output_tokens").orElse(0);
        Node.Fields details = usage.fields("input_tokens_details");
        return details.has("cached_tokens")
                ? inclusive(input, details.number("cached_tokens").orElse(0), 0, output)
                : new Tokens(
                        input,
                        usage.number("cache_read_input_tokens").orElse(0),
                        usage.number("cache_creation_input_tokens").orElse(0),
                        output);
    }

    /// Counts of which the first includes the second and third.
    public static Tokens inclusive(long prompt, long cached, long written, long output) {
        return new Tokens(Math.max(0, prompt - cached - written), cached, written, output);
    }
}
