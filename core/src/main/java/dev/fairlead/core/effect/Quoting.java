package dev.fairlead.core.effect;

/// Writes arguments so that a shell reads them back as they were.
final class Quoting {

    private Quoting() {}

    /// An argument in quotes; one that is not known stands in double quotes, so that it stays unknown.
    static String quoted(Argument argument) {
        if (!argument.isKnown()) {
            return '"' + argument.text() + '"';
        }
        return argument.isPattern() ? argument.text() : "'" + argument.text().replace("'", "'\\''") + "'";
    }
}
