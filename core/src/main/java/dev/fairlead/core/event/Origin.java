package dev.fairlead.core.event;

/// The place of an event in its source, so that a person can look it up.
///
/// @param unit what is counted
/// @param place a 1-based line, or a 0-based index in the document's main array
public record Origin(Unit unit, long place) {

    /// What a place counts.
    public enum Unit {
        /// Lines of a line-oriented file, from 1.
        LINE,
        /// Items of the main array of a single document, from 0.
        INDEX
    }

    public Origin {
        if (place < (unit == Unit.LINE ? 1 : 0)) {
            throw new IllegalArgumentException("%s %d does not exist".formatted(unit, place));
        }
    }

    /// The 1-based line of a line-oriented file.
    public static Origin line(long number) {
        return new Origin(Unit.LINE, number);
    }

    /// The 0-based index of a step, message or event in its document.
    public static Origin index(long number) {
        return new Origin(Unit.INDEX, number);
    }
}
