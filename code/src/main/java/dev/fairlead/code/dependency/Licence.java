package dev.fairlead.code.dependency;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a licence asks of those who use a package.
enum Licence {
    /// Not much.
    LIBERAL,
    /// That the whole programme is given away under it.
    STRONG_COPYLEFT,
    /// Nobody says.
    NONE;

    private static final Pattern STRONG = Pattern.compile(
            "(?i)\\b(?<!L)A?GPL\\b|\\bA?GPL-?v?\\d|\\bSSPL|GNU (Affero )?General Public|Affero General Public|Server"
                    + " Side Public");
    private static final Pattern LINKING = Pattern.compile("(?i)exception|Lesser|Library General");
    private static final Pattern OR = Pattern.compile("(?i)\\s+or\\s+|/|,|\\|\\|");

    /// Told from an expression of SPDX, or from a name as people write it.
    static Licence of(String expression) {
        String plain = expression.strip();
        String known = plain.toUpperCase(Locale.ROOT);
        if (plain.isEmpty()
                || List.of("UNLICENSED", "NONE", "UNKNOWN", "NOASSERTION").contains(known)) {
            return NONE;
        }
        // Who may choose takes what asks less.
        boolean isBound = OR.splitAsStream(plain.replace("(", "").replace(")", ""))
                .filter(each -> !each.isBlank())
                .allMatch(each ->
                        STRONG.matcher(each).find() && !LINKING.matcher(each).find());
        return isBound ? STRONG_COPYLEFT : LIBERAL;
    }
}
