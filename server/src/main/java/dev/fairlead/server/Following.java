package dev.fairlead.server;

import dev.fairlead.core.decide.Policy;
import dev.fairlead.core.detect.Finding;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.watch.Watch;
import dev.fairlead.store.Channel;
import dev.fairlead.store.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/// Sessions that somebody else tells of: each event is folded, and goes on record with what was found.
///
/// At most [#OPEN] sessions are followed at a time; of more, the one heard of least recently is let go.
final class Following {

    /// The most sessions that are followed at a time.
    static final int OPEN = 64;

    private final Map<SessionId, Watch> open = new LinkedHashMap<>(16, 0.75f, true);
    private final Channel channel;
    private final boolean redacts;
    private final Function<SessionId, Watch> begin;
    private final Consumer<Entry> record;

    /// @param begin a session's watch when it is first, or again, heard of
    Following(Channel channel, Oversight oversight, Function<SessionId, Watch> begin, Consumer<Entry> record) {
        this.channel = channel;
        this.redacts = oversight.redacts();
        this.begin = begin;
        this.record = record;
    }

    /// The watch of a session of which nothing is known.
    static Watch fresh(SessionId session, Oversight oversight) {
        return Watch.over(session, oversight.detectors(), Policy.OBSERVE);
    }

    /// How many events of a session were heard.
    long count(SessionId session) {
        return watch(session).session().tally().events();
    }

    /// Takes in the next event of a session.
    void hear(Event event) {
        Watch.Step step = watch(event.session()).after(event);
        open.put(event.session(), step.watch());
        boolean hasFailed = step.watch()
                .session()
                .exchange()
                .map(exchange -> !exchange.worked())
                .orElse(false);
        record.accept(new Entry.Happened(channel, LiveSession.stored(event, redacts), hasFailed));
        List<Finding> findings = step.findings();
        for (int i = 0; i < findings.size(); i++) {
            record.accept(new Entry.Found(channel, event.session(), event.sequence(), i, event.at(), findings.get(i)));
        }
    }

    private Watch watch(SessionId session) {
        Watch watch = open.computeIfAbsent(session, begin);
        if (open.size() > OPEN) {
            open.remove(open.keySet().iterator().next());
        }
        return watch;
    }
}
