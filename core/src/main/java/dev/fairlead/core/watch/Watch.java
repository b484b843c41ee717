package dev.fairlead.core.watch;

import dev.fairlead.core.decide.Context;
import dev.fairlead.core.decide.Decision;
import dev.fairlead.core.decide.Policy;
import dev.fairlead.core.decide.Restraint;
import dev.fairlead.core.detect.Detector;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.session.Session;
import java.util.ArrayList;
import java.util.List;

/// The watch over one session: a pure fold from (watch, event) to (watch, findings, decision).
///
/// Every runner, whether command line, server or stream, calls [#after] for each event of a session in order, and
/// so says the same. A watch is a value: nothing in it changes, and it can be kept, compared and taken up again.
public final class Watch {

    private final Session session;
    private final List<Sentry<?>> sentries;
    private final Policy policy;
    private final Restraint restraint;

    private Watch(Session session, List<Sentry<?>> sentries, Policy policy, Restraint restraint) {
        this.session = session;
        this.sentries = sentries;
        this.policy = policy;
        this.restraint = restraint;
    }

    /// A watch before the first event.
    ///
    /// @param detectors in the order in which their findings are to be named
    public static Watch over(SessionId session, List<Detector<?>> detectors, Policy policy) {
        List<Sentry<?>> sentries = new ArrayList<>();
        for (Detector<?> detector : detectors) {
            sentries.add(Sentry.posted(detector));
        }
        return new Watch(Session.fresh(session), List.copyOf(sentries), policy, Restraint.NONE);
    }

    /// What is known of the session.
    public Session session() {
        return session;
    }

    /// Takes in the next event of the session.
    ///
    /// @throws IllegalArgumentException where the event is another session's
    @SuppressWarnings("ReferenceEquality") // a sentry hands back itself where its memory stays the same
    public Step after(Event event) {
        if (!event.session().equals(session.id())) {
            throw new IllegalArgumentException(
                    "an event of session `%s` came to the watch over `%s`".formatted(event.session(), session.id()));
        }
        Session next = session.after(event);
        long kind = Kinds.of(event.what());
        List<Finding> found = new ArrayList<>(0);
        List<Sentry<?>> posted = sentries;
        for (int i = 0; i < sentries.size(); i++) {
            Sentry<?> before = sentries.get(i);
            Sentry<?> sentry = before.after(next, event, kind, found);
            if (sentry != before) {
                posted = posted == sentries ? new ArrayList<>(sentries) : posted;
                posted.set(i, sentry);
            }
        }
        if (found.isEmpty()) {
            return new Step(new Watch(next, posted, policy, restraint), List.of(), Decision.Proceed.SILENTLY);
        }
        Policy.Weighed weighed = policy.weigh(restraint, found, Context.of(next, event.at()), event.sequence());
        return new Step(new Watch(next, posted, policy, weighed.restraint()), weighed.findings(), weighed.decision());
    }

    /// What came of one event.
    ///
    /// @param watch to take in the next event with
    public record Step(Watch watch, List<Finding> findings, Decision decision) {
        public Step {
            findings = List.copyOf(findings);
        }
    }
}
