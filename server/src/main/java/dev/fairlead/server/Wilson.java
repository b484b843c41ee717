package dev.fairlead.server;

/// An interval of a rate, by Wilson's score at 95 %: it holds for few cases and for rates near 0 and 1 (E. B. Wilson,
/// 1927).
///
/// @param low from 0
/// @param high to 1
public record Wilson(double low, double high) {

    private static final double Z = 1.959963984540054;

    /// The interval of a share.
    ///
    /// @param hits of all cases, from 0 to `cases`
    public static Wilson of(long hits, long cases) {
        if (cases == 0) {
            return new Wilson(0, 1);
        }
        double rate = (double) hits / cases;
        double square = Z * Z / cases;
        double middle = (rate + square / 2) / (1 + square);
        double reach = Z / (1 + square) * Math.sqrt(rate * (1 - rate) / cases + square / (4.0 * cases));
        return new Wilson(Math.max(0, middle - reach), Math.min(1, middle + reach));
    }
}
