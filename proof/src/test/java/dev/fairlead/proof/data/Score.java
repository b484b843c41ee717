package dev.fairlead.proof.data;

import java.util.Locale;

/// How many of the things found are right, and how many of the right things are found.
///
/// @param hits found and right
/// @param falseAlarms found and wrong
/// @param misses right and not found
record Score(int hits, int falseAlarms, int misses) {

    private static final double Z = 1.96;

    double precision() {
        return hits + falseAlarms == 0 ? 0 : (double) hits / (hits + falseAlarms);
    }

    double recall() {
        return hits + misses == 0 ? 0 : (double) hits / (hits + misses);
    }

    /// With Wilson's 95 % intervals.
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%5d hits %5d false alarms %5d misses   precision %5.1f %% %s   recall %5.1f %% %s",
                hits,
                falseAlarms,
                misses,
                100 * precision(),
                interval(hits, hits + falseAlarms),
                100 * recall(),
                interval(hits, hits + misses));
    }

    /// A part of a whole as `3 of 13 (23 % [8-50])`.
    static String share(int part, int whole) {
        return String.format(
                Locale.ROOT,
                "%d of %d (%.0f %% %s)",
                part,
                whole,
                whole == 0 ? 0.0 : 100.0 * part / whole,
                interval(part, whole));
    }

    private static String interval(int part, int whole) {
        if (whole == 0) {
            return "[0-100]";
        }
        double share = (double) part / whole;
        double middle = (share + Z * Z / (2 * whole)) / (1 + Z * Z / whole);
        double half = Z * Math.sqrt(share * (1 - share) / whole + Z * Z / (4.0 * whole * whole)) / (1 + Z * Z / whole);
        return String.format(
                Locale.ROOT, "[%.0f-%.0f]", 100 * Math.max(0, middle - half), 100 * Math.min(1, middle + half));
    }
}
