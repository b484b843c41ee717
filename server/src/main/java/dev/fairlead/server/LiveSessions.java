package dev.fairlead.server;

import dev.fairlead.core.event.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The sessions that are at hand. Of more than [#MOST] the one that was silent longest is let go; it is taken up again
/// from the store when it speaks.
final class LiveSessions {

    /// The most sessions at hand: at 60 KB on average they take 1.2 GB.
    static final int MOST = 20_000;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Oversight oversight;
    private final int most;
    private final Map<SessionId, LiveSession> all = new LinkedHashMap<>(16, 0.75f, true);
    private boolean hasLetGo;

    LiveSessions(Oversight oversight, int most) {
        this.oversight = oversight;
        this.most = most;
    }

    /// The session of an id, taken up from the store where it was there before.
    LiveSession of(SessionId id, String agent) {
        synchronized (all) {
            LiveSession known = all.get(id);
            if (known != null) {
                return known;
            }
        }
        return takeUp(id, agent);
    }

    /// Reads a session from the store outside of the lock: others must not wait for it.
    private LiveSession takeUp(SessionId id, String agent) {
        boolean mayLag;
        synchronized (all) {
            mayLag = hasLetGo;
        }
        if (mayLag) {
            oversight.recorder().settle(PATIENCE);
        }
        LiveSession fresh = new LiveSession(id, agent, oversight);
        synchronized (all) {
            LiveSession first = all.putIfAbsent(id, fresh);
            if (all.size() > most) {
                all.remove(all.keySet().iterator().next());
                hasLetGo = true;
            }
            return first == null ? fresh : first;
        }
    }

    /// The session of an id, if it is at hand.
    Optional<LiveSession> known(SessionId id) {
        synchronized (all) {
            return Optional.ofNullable(all.get(id));
        }
    }

    /// The sessions at hand that were heard of since then, the latest last.
    List<LiveSession> since(Instant then) {
        synchronized (all) {
            List<LiveSession> recent = new ArrayList<>();
            for (LiveSession each : all.values()) {
                if (each.heardAt().isAfter(then)) {
                    recent.add(each);
                }
            }
            return recent;
        }
    }

    int size() {
        synchronized (all) {
            return all.size();
        }
    }
}
