package dev.fairlead.cli;

import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.detect.Severity;
import dev.fairlead.core.session.Profile;
import dev.fairlead.core.session.Tally;
import java.util.List;
import java.util.Optional;

/// What a scan has to say of one session.
///
/// @param id the session's id
/// @param file the file it is in, as given or as found below the folder that was given
/// @param agent the dialect's name of the agent
/// @param title what the person asked for first, on one line, cut; empty where the person said nothing
/// @param findings in the order in which they were made
/// @param leftOut how many findings beyond [#MOST_FINDINGS] were only counted
record SessionReport(
        String id,
        String file,
        String agent,
        String title,
        Profile profile,
        Tally tally,
        List<Flagged> findings,
        long leftOut) {

    /// The most findings kept of one session.
    static final int MOST_FINDINGS = 2_000;

    SessionReport {
        findings = List.copyOf(findings);
    }

    /// A finding with the steps that prove it, where a report shows them.
    record Flagged(Finding finding, List<Step> steps) {
        Flagged {
            steps = List.copyOf(steps);
        }
    }

    /// The most severe finding's severity; empty where nothing was found.
    Optional<Severity> worst() {
        return findings.stream().map(flagged -> flagged.finding().severity()).max(Severity::compareTo);
    }
}
