package dev.fairlead.code;

import dev.fairlead.core.detect.Severity;
import java.util.OptionalInt;

/// What somebody says is wrong at a place in the code.
///
/// @param source who says so: `fairlead`, or the tool's name
/// @param rule the name of the rule
/// @param cwe the weakness of the Common Weakness Enumeration, where it is known
/// @param line the first line, from 1
/// @param endLine the last one
/// @param claim what is wrong, for a person
/// @param remedy what to do instead; empty where nobody says
public record Remark(
        String source,
        String rule,
        Dimension dimension,
        Severity severity,
        OptionalInt cwe,
        String path,
        int line,
        int endLine,
        String claim,
        String remedy) {

    /// Who speaks in our own analyzers' remarks.
    public static final String OWN = "fairlead";

    public Remark {
        if (line < 1 || endLine < line) {
            throw new IllegalArgumentException("a remark about lines %d to %d".formatted(line, endLine));
        }
    }

    /// The same in another file.
    public Remark at(String file) {
        return new Remark(source, rule, dimension, severity, cwe, file, line, endLine, claim, remedy);
    }
}
