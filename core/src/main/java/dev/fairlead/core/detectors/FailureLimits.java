package dev.fairlead.core.detectors;

/// When failures are repeated failures.
///
/// @param times the failure at which it speaks, at least 2
/// @param patientTimes the same for network faults and time-outs, at least as many
/// @param sameness what the failures must share
/// @param inARow whether any other call between, failed or not, ends the streak; otherwise a success that could have
///     helped does
/// @param spansTasks whether the streak goes on over the person's words
public record FailureLimits(int times, int patientTimes, Sameness sameness, boolean inARow, boolean spansTasks) {

    /// Our own: three failures of one purpose with nothing changed between, five where the network or the clock is at
    /// fault.
    public static final FailureLimits OWN = new FailureLimits(3, 5, Sameness.PURPOSE, false, false);

    /// What the failures of a streak share.
    public enum Sameness {
        /// The kind of failure, the tool and its file; for a command the complaint.
        PURPOSE("met the same failure %d times"),
        /// The tool and the complaint, whatever the arguments.
        COMPLAINT("met the same failure %d times"),
        /// The call, whatever the complaint.
        CALL("made the same failing call %d times"),
        /// Nothing but that they failed.
        NOTHING("met %d failures in a row, the last");

        private final String claim;

        Sameness(String claim) {
            this.claim = claim;
        }

        String claim(int times) {
            return claim.formatted(times);
        }
    }

    public FailureLimits {
        if (times < 2) {
            throw new IllegalArgumentException("%d failures are no repetition".formatted(times));
        }
        if (patientTimes < times) {
            throw new IllegalArgumentException(
                    "patience for %d failures where %d are too many".formatted(patientTimes, times));
        }
    }

    /// So many failures in a row that share this.
    public static FailureLimits inARow(int times, Sameness sameness) {
        return new FailureLimits(times, times, sameness, true, false);
    }

    /// The same, going on over the person's words.
    public FailureLimits acrossTasks() {
        return new FailureLimits(times, patientTimes, sameness, inARow, true);
    }
}
