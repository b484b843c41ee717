package dev.fairlead.wire.messages;

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
import java.util.List;
import java.util.Optional;

/// One file of messages: those of one session, or lists of messages of which each is a session.
final class MessageTranscript implements Transcript {

    private static final List<String> NAMES = List.of(
            "session_id", "instance_id", "conversation_id", "trajectory_id", "task_name", "task_id", "uuid", "id");

    private final String agent;
    private final String name;
    private Optional<Narrator> current = Optional.empty();

    MessageTranscript(String agent, String name) {
        this.agent = agent;
        this.name = name;
    }

    @Override
    public void hear(Node.Fields record, Origin origin, Audience audience) {
        Optional<Node.Items> list = MessageList.list(record);
        if (list.isPresent()) {
            conversation(record, list.get(), origin, audience);
        } else {
            if (current.isEmpty()) {
                current = Optional.of(begin(name, origin, audience));
            }
            current.get().turn(origin, audience);
            new Message(record, "", current.get()).tell();
        }
    }

    private void conversation(Node.Fields record, Node.Items messages, Origin origin, Audience audience) {
        boolean isLine = origin.unit() == Origin.Unit.LINE;
        String numbered = isLine || origin.place() > 0 ? name + "-" + origin.place() : name;
        String id = NAMES.stream()
                .flatMap(each -> record.text(each).stream())
                .filter(each -> !each.isBlank())
                .findFirst()
                .orElse(numbered);
        Narrator narrator = begin(id, isLine ? origin : Origin.index(0), audience);
        Content system = Content.of(record.get("system"));
        if (!system.text().isBlank()) {
            narrator.say(new ContextInjected(Source.SYSTEM, "", system.text()));
        }
        int index = 0;
        for (Node each : messages.nodes()) {
            narrator.turn(isLine ? origin : Origin.index(index), audience);
            if (each instanceof Node.Fields message) {
                new Message(message, record.textOr("model", ""), narrator).tell();
            } else {
                narrator.unread("a message that is no object", "");
            }
            index++;
        }
    }

    private Narrator begin(String id, Origin origin, Audience audience) {
        Narrator narrator = new Narrator(new SessionId(id));
        narrator.turn(origin, audience);
        narrator.start(agent, Optional.empty(), "");
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
