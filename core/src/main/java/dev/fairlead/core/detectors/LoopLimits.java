package dev.fairlead.core.detectors;

/// When repetition is a loop.
///
/// @param identical the call of a run of identical ones at which it speaks; 0 for never
/// @param cycles how often a cycle of two or more calls must come round; 0 for never
/// @param longest the longest cycle that is looked for, 1 to [#MOST_LONGEST]
/// @param comparesAnswers whether answers must repeat as well as calls
/// @param within among how many of the last calls the identical ones may lie apart, as long as nothing was changed
///     between; 0 where they must follow one another
/// @param patience how many times more is needed of declared polling, at least 1
/// @param speaksAgain whether a finding ends the streak, so that as many calls again are found again
/// @param spansTasks whether the streak goes on over the person's words
public record LoopLimits(
        int identical,
        int cycles,
        int longest,
        boolean comparesAnswers,
        int within,
        int patience,
        boolean speaksAgain,
        boolean spansTasks) {

    /// The longest cycle that can be looked for.
    public static final int MOST_LONGEST = 5;

    /// The most calls that are compared, which bounds every product of the limits.
    public static final int WINDOW = 64;

    /// Our own: the fourth identical call with the same answer, in a row or among ten, or the third round of a cycle;
    /// three times that for declared polling.
    public static final LoopLimits OWN = new LoopLimits(4, 3, 5, true, 10, 3, false, false);

    public LoopLimits {
        if (longest < 1 || longest > MOST_LONGEST) {
            throw new IllegalArgumentException("cycles of %d calls are not looked for".formatted(longest));
        }
        if (patience < 1 || identical < 0 || cycles < 0 || within < 0) {
            throw new IllegalArgumentException("a limit is negative, or patience is below 1");
        }
        if (identical * patience > WINDOW || cycles * longest * patience > WINDOW || within > WINDOW) {
            throw new IllegalArgumentException("limits need more than %d calls to compare".formatted(WINDOW));
        }
    }

    /// Limits on calls that follow one another, which speak once per streak and start afresh with each task.
    public LoopLimits(int identical, int cycles, int longest, boolean comparesAnswers, int patience) {
        this(identical, cycles, longest, comparesAnswers, 0, patience, false, false);
    }

    /// The same, finding as many calls again as another loop.
    public LoopLimits speakingAgain() {
        return new LoopLimits(identical, cycles, longest, comparesAnswers, within, patience, true, spansTasks);
    }

    /// The same, going on over the person's words.
    public LoopLimits acrossTasks() {
        return new LoopLimits(identical, cycles, longest, comparesAnswers, within, patience, speaksAgain, true);
    }

    /// How many of the last calls are compared.
    int needed() {
        return Math.max(within, Math.max(identical, cycles * longest) * patience) + 1;
    }

    int limit(int period, boolean polls) {
        return (period == 1 ? identical : cycles) * (polls ? patience : 1);
    }
}
