package dev.fairlead.wire.trae;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.wire.Audience;
import dev.fairlead.wire.Narrator;
import dev.fairlead.wire.Transcript;
import dev.fairlead.wire.json.Node;
import java.util.Optional;

/// One trajectory of Trae Agent: the task, then the steps.
final class TraeTranscript implements Transcript {

    private final String agent;
    private final String name;

    TraeTranscript(String agent, String name) {
        this.agent = agent;
        this.name = name;
    }

    @Override
    public void hear(Node.Fields record, Origin origin, Audience audience) {
        boolean isLine = origin.unit() == Origin.Unit.LINE;
        String id = isLine ? name + "-" + origin.place() : name;
        Narrator narrator = new Narrator(new SessionId(id));
        narrator.turn(isLine ? origin : Origin.index(0), audience);
        narrator.time(record.textOr("start_time", ""));
        narrator.start(agent, Optional.empty(), record.textOr("working_dir", ""));
        record.text("task").ifPresent(task -> narrator.say(new Happening.TaskGiven(task, 0)));
        int index = 0;
        for (Node each : record.items("agent_steps").nodes()) {
            narrator.turn(isLine ? origin : Origin.index(index), audience);
            if (each instanceof Node.Fields step) {
                new TraeStep(step, record.textOr("model", ""), narrator).tell();
            } else {
                narrator.unread("a step that is no object", "");
            }
            index++;
        }
        narrator.time(record.textOr("end_time", ""));
        if (record.has("success")) {
            narrator.say(new Happening.SessionEnded(record.isTrue("success") ? "success" : "no success"));
        }
    }

    @Override
    public void unread(String reason, String excerpt, Origin origin, Audience audience) {
        audience.hear(new SessionId(name), Event.NO_TIME, origin, new Happening.Unread(reason, excerpt));
    }

    @Override
    public void end(Audience audience) {}
}
