package dev.fairlead.server;

import dev.fairlead.core.detect.Detector;
import dev.fairlead.store.AuditStore;
import dev.fairlead.store.Entry;
import dev.fairlead.store.Recorder;
import dev.fairlead.store.SessionStore;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/// What all sessions of one server share.
///
/// @param proven the ids of the detectors, and of the rules about code, whose word is told to agents
/// @param person whose agents these are
/// @param home that person's own folder, in which agents' commands run as `~`
/// @param shadowShare the share of sessions that are told nothing
/// @param redacts whether secrets are taken out of what is stored
record Oversight(
        Clock clock,
        Policies policies,
        Switches switches,
        Approvals approvals,
        Recorder recorder,
        SessionStore store,
        AuditStore audit,
        Counters counters,
        Notifications notifications,
        Onlookers onlookers,
        List<Detector<?>> detectors,
        Set<String> proven,
        String person,
        String home,
        double shadowShare,
        boolean redacts) {

    /// Writes down what the oversight itself did.
    void note(String what, String subject, String why) {
        note("fairlead", what, subject, why);
    }

    /// Writes down what somebody did to the oversight.
    void note(String who, String what, String subject, String why) {
        audit.note(clock.instant(), who, what, subject, why, "");
    }

    /// Puts an entry on record, safe from the end of this process.
    void record(Entry entry) {
        if (!recorder.record(entry)) {
            counters.shed();
        }
    }
}
