package dev.fairlead.core.event;

/// How many tokens a model read and wrote.
///
/// @param input read afresh
/// @param cached read from a cache
/// @param cacheWritten written to a cache
/// @param output written by the model, its thoughts included
public record Tokens(long input, long cached, long cacheWritten, long output) {

    /// No tokens at all.
    public static final Tokens NONE = new Tokens(0, 0, 0, 0);

    /// Both together.
    public Tokens plus(Tokens other) {
        return new Tokens(
                input + other.input, cached + other.cached, cacheWritten + other.cacheWritten, output + other.output);
    }

    /// What is left of this when `other` is taken out, never below zero.
    public Tokens minus(Tokens other) {
        return new Tokens(
                Math.max(0, input - other.input),
                Math.max(0, cached - other.cached),
                Math.max(0, cacheWritten - other.cacheWritten),
                Math.max(0, output - other.output));
    }

    /// Everything, read and written.
    public long total() {
        return read() + output;
    }

    /// Everything the model read, from wherever.
    public long read() {
        return input + cached + cacheWritten;
    }
}
