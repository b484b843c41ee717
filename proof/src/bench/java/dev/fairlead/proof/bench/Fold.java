package dev.fairlead.proof.bench;

import dev.fairlead.core.decide.Policy;
import dev.fairlead.core.detectors.Detectors;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.watch.Watch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Folds events that were read before, every detector watching.
final class Fold {

    private Fold() {}

    /// How many findings there are, so that nothing is left out as unused.
    static int over(List<Event> events) {
        Map<SessionId, Watch> watches = new HashMap<>();
        int findings = 0;
        for (Event event : events) {
            Watch watch = watches.get(event.session());
            if (watch == null) {
                watch = Watch.over(event.session(), Detectors.all(), Policy.OBSERVE);
            }
            Watch.Step step = watch.after(event);
            watches.put(event.session(), step.watch());
            findings += step.findings().size();
        }
        return findings;
    }
}
