package dev.fairlead.core.decide;

/// How often an agent is told.
///
/// @param cooldown how many events must pass after guidance about a class before the next about the same class
/// @param most the most guidance that one session is given; what comes after is only recorded
public record Guidance(long cooldown, int most) {

    /// What holds where nobody says otherwise.
    public static final Guidance USUAL = new Guidance(20, 5);

    public Guidance {
        if (cooldown < 0 || most < 0) {
            throw new IllegalArgumentException("cooldown %d or cap %d is negative".formatted(cooldown, most));
        }
    }
}
