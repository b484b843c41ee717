package dev.fairlead.wire.minisweagent;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ContextInjected;
import dev.fairlead.core.event.Happening.ContextInjected.Source;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.wire.Audience;
import dev.fairlead.wire.Content;
import dev.fairlead.wire.Narrator;
import dev.fairlead.wire.Transcript;
import dev.fairlead.wire.json.Node;
import java.time.Instant;
import java.util.Optional;

/// One trajectory of mini-SWE-agent: instructions, the task, and then the agent's answers and what came of them in
/// turns.
final class MiniSweAgentTranscript implements Transcript {

    private final String agent;
    private final String name;

    MiniSweAgentTranscript(String agent, String name) {
        this.agent = agent;
        this.name = name;
    }

    @Override
    public void hear(Node.Fields record, Origin origin, Audience audience) {
        Node.Fields details = record.fields("info");
        Node.Fields config = details.fields("config");
        String id = record.textOr("instance_id", name);
        Narrator narrator = new Narrator(new SessionId(id.isBlank() ? name : id));
        boolean isLine = origin.unit() == Origin.Unit.LINE;
        narrator.turn(isLine ? origin : Origin.index(0), audience);
        narrator.start(
                agent,
                details.text("mini_version"),
                config.fields("environment").textOr("cwd", ""));
        MiniSweAgentTurns turns =
                new MiniSweAgentTurns(narrator, config.fields("model").textOr("model_name", ""));
        int index = 0;
        boolean hasTask = false;
        for (Node each : record.items("messages").nodes()) {
            narrator.turn(isLine ? origin : Origin.index(index), audience);
            if (!(each instanceof Node.Fields message)) {
                narrator.unread("a message that is no object", "");
            } else if (message.textOr("role", "").equals("system")) {
                narrator.say(new ContextInjected(
                        Source.SYSTEM, "", Content.of(message.get("content")).text()));
            } else if (!hasTask && message.textOr("role", "").equals("user")) {
                Content content = Content.of(message.get("content"));
                narrator.say(new Happening.TaskGiven(content.text(), content.images()));
                hasTask = true;
            } else {
                time(message, narrator);
                turns.tell(message);
            }
            narrator.close("message");
            index++;
        }
        Optional<String> status = details.text("exit_status");
        status.ifPresent(each -> narrator.say(new Happening.SessionEnded(each)));
    }

    /// An answer says when it was made: in seconds, by the model's service or by the client.
    private static void time(Node.Fields message, Narrator narrator) {
        Node.Fields extra = message.fields("extra");
        long made = extra.fields("response").number("created").orElse(0);
        long seconds = made > 0 ? made : extra.number("timestamp").orElse(0);
        if (seconds > 0 && seconds < Instant.MAX.getEpochSecond()) {
            narrator.time(Instant.ofEpochSecond(seconds).toString());
        }
    }

    @Override
    public void unread(String reason, String excerpt, Origin origin, Audience audience) {
        audience.hear(new SessionId(name), Event.NO_TIME, origin, new Happening.Unread(reason, excerpt));
    }

    @Override
    public void end(Audience audience) {}
}
