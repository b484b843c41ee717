package dev.fairlead.server;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening.ToolCalled;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.store.Channel;
import dev.fairlead.store.Filter;
import dev.fairlead.store.SessionStore;
import dev.fairlead.store.SessionSummary;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Notices agents whose hooks fell silent: their transcripts go on, and no hook says so.
///
/// It is told once for each session, of agents whose hooks were heard at some time; of the others nobody expects any.
final class Silence {

    /// How long after a hook, or a call, silence means nothing.
    static final Duration PATIENCE = Duration.ofMinutes(1);

    /// How many calls in silence are told of.
    static final int LEAST = 3;

    /// The most sessions that are remembered as told of.
    private static final int MOST = 1_000;

    private static final Duration RECENT = Duration.ofHours(1);
    private static final int PAGE = 1_000;

    private final SessionStore store;
    private final Clock clock;
    private final Instant since;
    private final Consumer<Alarm> alarms;
    private final Set<SessionId> told = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SessionId, Boolean> eldest) {
            return size() > MOST;
        }
    });

    /// @param since when hooks could be heard at the earliest
    Silence(SessionStore store, Clock clock, Instant since, Consumer<Alarm> alarms) {
        this.store = store;
        this.clock = clock;
        this.since = since;
        this.alarms = alarms;
    }

    /// A session in silence.
    ///
    /// @param calls that its transcript has since then
    record Alarm(SessionId session, String agent, Instant from, long calls) {}

    /// Looks at the sessions whose transcripts have grown lately.
    synchronized void look() {
        Instant now = clock.instant();
        Filter recent = Filter.ALL.channel(Channel.FILE).since(now.minus(RECENT));
        for (SessionSummary file : store.sessions(recent).items()) {
            if (!told.contains(file.session()) && isHooked(file.agent())) {
                look(file, now);
            }
        }
    }

    private boolean isHooked(String agent) {
        return !agent.isEmpty()
                && !store.sessions(Filter.ALL.channel(Channel.LIVE).agent(agent).limit(1))
                        .items()
                        .isEmpty();
    }

    private void look(SessionSummary file, Instant now) {
        Instant heard = store.session(file.session(), Channel.LIVE)
                .flatMap(SessionSummary::lastAt)
                .orElse(since);
        Instant from = heard.isAfter(since) ? heard : since;
        Instant until = now.minus(PATIENCE);
        long calls = 0;
        List<Event> page = store.events(file.session(), Channel.FILE, 0, PAGE);
        while (!page.isEmpty()) {
            for (Event event : page) {
                boolean isLate =
                        event.at().isAfter(from.plus(PATIENCE)) && event.at().isBefore(until);
                calls += isLate && event.what() instanceof ToolCalled ? 1 : 0;
            }
            page = store.events(file.session(), Channel.FILE, page.getLast().sequence() + 1, PAGE);
        }
        if (calls >= LEAST) {
            told.add(file.session());
            alarms.accept(new Alarm(file.session(), file.agent(), from, calls));
        }
    }

    /// How many sessions are known to be in silence.
    synchronized int count() {
        return told.size();
    }
}
