package dev.fairlead.server;

import dev.fairlead.core.detect.Detector;
import dev.fairlead.store.Entry;
import dev.fairlead.store.Recorder;
import dev.fairlead.store.SessionStore;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/// What all sessions of one server share.
///
/// @param proven the ids of the detectors whose word is told to agents
/// @param person whose agents these are
/// @param shadowShare the share of sessions that are told nothing
/// @param redacts whether secrets are taken out of what is stored
record Oversight(
        Clock clock,
        Policies policies,
        Switches switches,
        Approvals approvals,
        Recorder recorder,
        SessionStore store,
        Counters counters,
        Notifications notifications,
        List<Detector<?>> detectors,
        Set<String> proven,
        String person,
        double shadowShare,
        boolean redacts) {

    /// Puts an entry on record, safe from the end of this process.
    void record(Entry entry) {
        if (!recorder.record(entry)) {
            counters.shed();
        }
    }
}
