package dev.fairlead.cli;

import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Times and sizes as people type them: `90d`, `10g`.
final class Amounts {

    private Amounts() {}

    /// A time.
    ///
    /// @param option that it was given for
    static Duration age(CommandSpec spec, String option, String text) {
        long amount = amount(spec, option, text, "mhdw", "m, h, d or w, such as 90d");
        return switch (text.charAt(text.length() - 1)) {
            case 'm' -> Duration.ofMinutes(amount);
            case 'h' -> Duration.ofHours(amount);
            case 'd' -> Duration.ofDays(amount);
            default -> Duration.ofDays(7 * amount);
        };
    }

    /// A size in bytes.
    ///
    /// @param option that it was given for
    static long size(CommandSpec spec, String option, String text) {
        long amount = amount(spec, option, text, "kmg", "k, m or g, such as 10g");
        return switch (text.charAt(text.length() - 1)) {
            case 'k' -> amount << 10;
            case 'm' -> amount << 20;
            default -> amount << 30;
        };
    }

    private static long amount(CommandSpec spec, String option, String text, String units, String words) {
        if (!text.matches("[0-9]{1,6}[" + units + "]")) {
            CommandLine line = spec.commandLine();
            throw new ParameterException(line, "%s takes a number and %s, not `%s`".formatted(option, words, text));
        }
        return Long.parseLong(text, 0, text.length() - 1, 10);
    }
}
