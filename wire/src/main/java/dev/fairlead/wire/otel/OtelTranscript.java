package dev.fairlead.wire.otel;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.wire.Audience;
import dev.fairlead.wire.Transcript;
import dev.fairlead.wire.json.Node;
import dev.fairlead.wire.otel.Told.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// One file of telemetry.
///
/// Spans are sent when they end, so that a turn comes after everything in it; several sessions mix. The signals are
/// therefore gathered, up to [#MOST] at a time, then told session by session and handed over in the order of time.
final class OtelTranscript implements Transcript {

    /// How many signals are gathered before they are told. The order of time holds within that many.
    static final int MOST = 50_000;

    /// How many sessions are remembered at a time; of more, the one heard of least recently is forgotten.
    static final int MOST_SESSIONS = 1_024;

    private final String name;
    private final int most;
    private final Map<SessionId, Recollection> sessions = new LinkedHashMap<>(16, 0.75f, true);
    private final Owners owners;
    private final Function<SessionId, Recollection> recollections;
    private final List<Signal> gathered = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();
    private long count;
    private long order;

    OtelTranscript(String name) {
        this(name, MOST);
    }

    /// @param most how many signals are gathered before they are told
    OtelTranscript(String name, int most) {
        this(name, most, _ -> new Recollection());
    }

    /// @param recollections what is remembered of a session that is not at hand
    OtelTranscript(String name, int most, Function<SessionId, Recollection> recollections) {
        this.name = name;
        this.most = most;
        this.recollections = recollections;
        this.owners = new Owners(name);
    }

    /// What belongs to no signal.
    private record Held(Origin origin, Happening what) {}

    private record Owned(SessionId session, Told told) {}

    @Override
    public void hear(Node.Fields record, Origin origin, Audience audience) {
        boolean isLine = origin.unit() == Origin.Unit.LINE;
        List<Signal> signals = Signals.of(record, isLine ? origin : Origin.index(count));
        if (signals.isEmpty()) {
            boolean isRequest = Signals.KINDS.stream().anyMatch(kind -> record.has(kind.resources()));
            held.add(new Held(
                    isLine ? origin : Origin.index(count),
                    isRequest
                            ? new Happening.Noted("empty request")
                            : new Happening.Unread(
                                    "a record that is no export request", String.join(", ", record.names()))));
        }
        count += signals.size();
        gathered.addAll(signals);
        if (gathered.size() + held.size() >= most) {
            end(audience);
        }
    }

    @Override
    public void unread(String reason, String excerpt, Origin origin, Audience audience) {
        Origin place = origin.unit() == Origin.Unit.LINE ? origin : Origin.index(Math.max(0, count - 1));
        held.add(new Held(place, new Happening.Unread(reason, excerpt)));
    }

    @Override
    public void end(Audience audience) {
        Map<SessionId, List<Signal>> bySession = owners.of(gathered);
        List<Owned> told = new ArrayList<>();
        bySession.forEach((session, signals) -> {
            Recollection recollection = recollection(session);
            new Conversation(signals, recollection, () -> order++)
                    .tell()
                    .forEach(each -> told.add(new Owned(session, each)));
        });
        told.addAll(children(bySession));
        told.sort((one, other) -> Told.BY_TIME.compare(one.told(), other.told()));
        Instant last = Event.NO_TIME;
        for (Owned each : told) {
            last = each.told().place().at();
            audience.hear(
                    each.session(),
                    last,
                    each.told().place().origin(),
                    each.told().what());
        }
        SessionId owner = sessions.isEmpty()
                ? new SessionId(name)
                : sessions.keySet().iterator().next();
        for (Held each : held) {
            audience.hear(owner, last, each.origin(), each.what());
        }
        gathered.clear();
        held.clear();
    }

    private Recollection recollection(SessionId session) {
        Recollection recollection = sessions.computeIfAbsent(session, recollections);
        if (sessions.size() > MOST_SESSIONS) {
            sessions.remove(sessions.keySet().iterator().next());
        }
        return recollection;
    }

    /// Turns of agents within the turn of another session's agent: those are its sub-agents.
    private List<Owned> children(Map<SessionId, List<Signal>> bySession) {
        Map<String, SessionId> owners = new HashMap<>();
        bySession.forEach((session, signals) -> signals.forEach(each -> owners.put(each.span(), session)));
        List<Owned> told = new ArrayList<>();
        bySession.forEach((session, signals) -> signals.stream()
                .filter(each -> Role.of(each) == Role.AGENT && !each.parent().isEmpty())
                .forEach(each -> {
                    SessionId parent = owners.getOrDefault(each.parent(), session);
                    if (!parent.equals(session)) {
                        Place start = new Place(each.start(), order++, each.origin());
                        Place end = new Place(each.end(), order++, each.origin());
                        told.add(new Owned(parent, new Told(start, new Happening.SubagentStarted(session, ""))));
                        told.add(new Owned(parent, new Told(end, new Happening.SubagentEnded(session))));
                    }
                }));
        return told;
    }
}
