package dev.fairlead.server;

import dev.fairlead.core.decide.Context;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.store.Switch;
import dev.fairlead.store.SwitchStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The switches that hold, at hand for every hook. They depend on no policy, detector or model.
final class Switches {

    private final SwitchStore store;
    private volatile List<Switch> holding;

    Switches(SwitchStore store, Instant now) {
        this.store = store;
        this.holding = List.copyOf(store.holding(now));
    }

    /// Throws a switch: when this returns it is on disk and in force.
    Switch stop(
            Switch.Target target, Switch.Kind kind, String by, String why, Instant now, Optional<Duration> duration) {
        Switch thrown = store.stop(target, kind, by, why, now, duration.map(now::plus));
        holding = List.copyOf(store.holding(now));
        return thrown;
    }

    /// Lifts every switch on a target.
    List<Switch> lift(Switch.Target target, String by, Instant now) {
        List<Switch> lifted = store.lift(target, by, now);
        holding = List.copyOf(store.holding(now));
        return lifted;
    }

    /// The switches that hold.
    List<Switch> holding(Instant now) {
        return holding.stream().filter(each -> each.holds(now)).toList();
    }

    /// The switch that holds a session, the hardest of them first.
    Optional<Switch> over(SessionId session, Context context, Instant now) {
        List<Switch> all = holding;
        Switch found = null;
        for (Switch each : all) {
            boolean isHarder = found == null || each.kind().compareTo(found.kind()) > 0;
            if (isHarder && each.holds(now) && covers(each.target(), session, context)) {
                found = each;
            }
        }
        return Optional.ofNullable(found);
    }

    private static boolean covers(Switch.Target target, SessionId session, Context context) {
        String value = target.value();
        return switch (target.scope()) {
            case ALL -> true;
            case AGENT -> context.agent().filter(value::equals).isPresent();
            case REPOSITORY -> context.repository().filter(value::equals).isPresent();
            case PERSON -> context.person().filter(value::equals).isPresent();
            case SESSION -> session.value().equals(value) || session.value().startsWith(value + "/");
        };
    }
}
