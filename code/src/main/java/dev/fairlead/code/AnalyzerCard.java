package dev.fairlead.code;

import dev.fairlead.core.detect.Severity;

/// What an analyzer says of itself.
///
/// @param id its name, in kebab case
/// @param cwe the weakness of the Common Weakness Enumeration that it looks for
/// @param rule what it flags, in a sentence that a stranger accepts
/// @param misses what it leaves alone or cannot see
/// @param remedy what to do instead, as an order
public record AnalyzerCard(
        String id, Dimension dimension, Severity severity, int cwe, String rule, String misses, String remedy) {}
