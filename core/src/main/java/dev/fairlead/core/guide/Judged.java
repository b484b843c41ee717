package dev.fairlead.core.guide;

import dev.fairlead.core.decide.Mode;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.detect.Severity;

/// A finding, and how firm a policy lets guidance about it become.
///
/// @param isTold whether the agent is to hear of it; what is not told is recorded
/// @param most the firmest rung
public record Judged(Finding finding, boolean isTold, Rung most) {

    /// A finding as a policy and its detector's standing judge it. What matters little is never told.
    ///
    /// @param isProven whether the detector's word was measured precise enough to be told
    public static Judged of(Finding finding, Mode mode, boolean isProven) {
        boolean isTold = mode.isHeard() && isProven && finding.severity().compareTo(Severity.MEDIUM) >= 0;
        return new Judged(finding, isTold, Rung.most(mode));
    }
}
