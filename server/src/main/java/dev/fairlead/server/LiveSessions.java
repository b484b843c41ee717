package dev.fairlead.server;

import dev.fairlead.core.event.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The sessions that are at hand: as many as the heap has room for. Of more, the one that was silent longest is let go;
/// it is taken up again from the store when it speaks.
final class LiveSessions {

    /// What one session is reckoned to take, in bytes: 60 KB of facts and detectors' memory on average, and what the
    /// process needs besides.
    private static final int EACH = 80 << 10;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Oversight oversight;
    private final int most;
    private final Map<SessionId, LiveSession> all = new LinkedHashMap<>(16, 0.75f, true);
    private boolean hasLetGo;

    /// @param heap that there is for all of them, in bytes
    LiveSessions(Oversight oversight, long heap) {
        this.oversight = oversight;
        this.most = (int) Math.min(Integer.MAX_VALUE, heap / EACH);
    }

    /// Does something with the session of an id, which is taken up from the store where it was there before. As long as
    /// that lasts it is not let go.
    <T> T use(SessionId id, String agent, Function<LiveSession, T> deed) {
        LiveSession session = taken(id).orElseGet(() -> takeUp(id, agent));
        try {
            return deed.apply(session);
        } finally {
            session.users().decrementAndGet();
        }
    }

    private Optional<LiveSession> taken(SessionId id) {
        synchronized (all) {
            Optional<LiveSession> known = Optional.ofNullable(all.get(id));
            known.ifPresent(session -> session.users().incrementAndGet());
            return known;
        }
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
            LiveSession session = first == null ? fresh : first;
            session.users().incrementAndGet();
            if (all.size() > most) {
                letOneGo();
            }
            return session;
        }
    }

    /// Lets go of the session that nobody uses and that was silent longest.
    private void letOneGo() {
        for (Iterator<LiveSession> each = all.values().iterator(); each.hasNext(); ) {
            if (each.next().users().get() == 0) {
                each.remove();
                hasLetGo = true;
                return;
            }
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
