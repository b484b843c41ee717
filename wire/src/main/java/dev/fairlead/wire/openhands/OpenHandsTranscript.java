package dev.fairlead.wire.openhands;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.wire.Audience;
import dev.fairlead.wire.Narrator;
import dev.fairlead.wire.Transcript;
import dev.fairlead.wire.json.Node;
import java.util.Optional;

/// One file of OpenHands: the events of one session, or one run after the other.
final class OpenHandsTranscript implements Transcript {

    private final String agent;
    private final String name;
    private Optional<Narrator> current = Optional.empty();

    OpenHandsTranscript(String agent, String name) {
        this.agent = agent;
        this.name = name;
    }

    @Override
    public void hear(Node.Fields record, Origin origin, Audience audience) {
        if (OpenHands.isRun(record)) {
            run(record, origin, audience);
        } else {
            event(narrator(name, origin, audience), record);
        }
    }

    private void run(Node.Fields run, Origin origin, Audience audience) {
        String id = run.textOr("instance_id", name + "-" + origin.place());
        current = Optional.empty();
        Narrator narrator = narrator(id, origin, audience);
        int index = 0;
        for (Node each : run.items("history").nodes()) {
            narrator.turn(origin.unit() == Origin.Unit.LINE ? origin : Origin.index(index), audience);
            if (each instanceof Node.Fields event) {
                event(narrator, event);
            } else {
                narrator.unread("an event that is no object", "");
            }
            index++;
        }
        current = Optional.empty();
    }

    private static void event(Narrator narrator, Node.Fields event) {
        narrator.time(event.textOr("timestamp", ""));
        if (event.has("action")) {
            new OpenHandsAction(event, narrator).tell();
        } else {
            new OpenHandsObservation(event, narrator).tell();
        }
    }

    private Narrator narrator(String id, Origin origin, Audience audience) {
        if (current.isPresent()) {
            current.get().turn(origin, audience);
            return current.get();
        }
        Narrator narrator = new Narrator(new SessionId(id.isBlank() ? name : id));
        narrator.turn(origin, audience);
        narrator.start(agent, Optional.empty(), "");
        current = Optional.of(narrator);
        return narrator;
    }

    @Override
    public void unread(String reason, String excerpt, Origin origin, Audience audience) {
        SessionId session = current.map(Narrator::session).orElseGet(() -> new SessionId(name));
        audience.hear(session, Event.NO_TIME, origin, new Happening.Unread(reason, excerpt));
    }

    @Override
    public void end(Audience audience) {}
}
