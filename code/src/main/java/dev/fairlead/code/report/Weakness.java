package dev.fairlead.code.report;

import dev.fairlead.code.Dimension;
import dev.fairlead.core.detect.Severity;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a tool's words for a finding mean in ours.
final class Weakness {

    private static final Pattern CWE = Pattern.compile("(?i)cwe[-_: /]{0,3}0{0,4}(\\d{1,5})");
    private static final Pattern SECURITY = Pattern.compile("(?i)security|injection|vulnerab|owasp|crypto|\\bcwe\\b");
    private static final Pattern COMPLEXITY = Pattern.compile("(?i)complex|too[- ]many|too[- ]long");
    private static final Pattern STYLE =
            Pattern.compile("(?i)style|format|naming|import|unused|whitespace|quotes|convention|docs?\\b");

    private Weakness() {}

    /// The number of a weakness in some words.
    static OptionalInt cwe(String words) {
        Matcher matcher = CWE.matcher(words);
        return matcher.find() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    /// The side that a rule is about, told from its name and tags.
    static Dimension dimension(String words) {
        if (SECURITY.matcher(words).find()) {
            return Dimension.SECURITY;
        }
        if (COMPLEXITY.matcher(words).find()) {
            return Dimension.COMPLEXITY;
        }
        return STYLE.matcher(words).find() ? Dimension.HYGIENE : Dimension.RELIABILITY;
    }

    /// How bad something is, in a tool's own word.
    static Severity severity(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "error", "high", "critical", "2" -> Severity.HIGH;
            case "warning", "medium", "1" -> Severity.MEDIUM;
            default -> Severity.LOW;
        };
    }
}
