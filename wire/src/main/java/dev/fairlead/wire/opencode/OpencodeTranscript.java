package dev.fairlead.wire.opencode;

import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ContextInjected;
import dev.fairlead.core.event.Happening.ContextInjected.Source;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.wire.Audience;
import dev.fairlead.wire.Transcript;
import dev.fairlead.wire.json.Node;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The sessions of one file of opencode, one after the other. A place is the index of a message in its session.
final class OpencodeTranscript implements Transcript {

    private final String agent;
    private final String name;
    private Optional<SessionId> current = Optional.empty();
    private String own = "";
    private String directory = "";
    private long unnamed;
    private Instant last = Event.NO_TIME;

    OpencodeTranscript(String agent, String name) {
        this.agent = agent;
        this.name = name;
    }

    @Override
    public void hear(Node.Fields record, Origin origin, Audience audience) {
        Node.Fields about = record.fields("info");
        if (record.has("messages")) {
            begin(about, origin, audience);
            long index = 0;
            for (Node each : record.items("messages").nodes()) {
                Origin place = Origin.index(index++);
                if (each instanceof Node.Fields message) {
                    message(message, place, audience);
                } else {
                    unread("a message that is no object", "", place, audience);
                }
            }
        } else if (record.has("parts")) {
            message(record, origin, audience);
        } else if (record.has("part") || record.has("error")) {
            line(record, origin, audience);
        } else {
            unread("a record of no known kind", String.join(", ", record.names()), origin, audience);
        }
    }

    @Override
    public void unread(String reason, String excerpt, Origin origin, Audience audience) {
        told(origin, audience).say(new Happening.Unread(reason, excerpt));
    }

    @Override
    public void end(Audience audience) {
        // nothing waits: every part says all of itself
    }

    /// A session begins, with what its own record says of it.
    void begin(Node.Fields about, Origin origin, Audience audience) {
        own = about.textOr("id", name);
        own = own.isBlank() ? name : own;
        time(about.fields("time").number("created").orElse(0));
        SessionId session = about.text("parentID")
                .filter(parent -> !parent.isBlank())
                .map(parent -> new SessionId(parent).child(own))
                .orElse(new SessionId(own));
        current = Optional.of(session);
        directory = about.textOr("directory", "");
        audience.hear(
                session,
                last,
                origin,
                new Happening.SessionStarted(
                        agent,
                        about.text("version"),
                        directory.isEmpty() ? Optional.empty() : Optional.of(directory),
                        Optional.empty()));
    }

    /// A message with its parts.
    void message(Node.Fields message, Origin origin, Audience audience) {
        Node.Fields about = message.fields("info");
        belong(about.textOr("sessionID", own), origin, audience);
        new OpencodeMessage(about, message.items("parts").nodes(), told(origin, audience)).tell();
    }

    /// A part, or a fault, that a run wrote on a line of its own. A run writes what the agent does, never what the
    /// person says.
    private void line(Node.Fields record, Origin origin, Audience audience) {
        belong(record.textOr("sessionID", own), origin, audience);
        time(record.number("timestamp").orElse(0));
        if (record.has("part")) {
            new OpencodePart(record.fields("part"), Node.Fields.NONE, told(origin, audience)).tell();
        } else {
            new OpencodeMessage(record, List.of(), told(origin, audience)).fault(record.fields("error"));
        }
    }

    /// Turns to the session that a record names, where that is another than before.
    private void belong(String session, Origin origin, Audience audience) {
        boolean isKnown = current.isPresent() && (own.equals(session) || session.isBlank());
        if (!isKnown) {
            own = session.isBlank() ? name : session;
            current = Optional.of(new SessionId(own));
            directory = "";
            audience.hear(
                    current.get(),
                    last,
                    origin,
                    new Happening.SessionStarted(agent, Optional.empty(), Optional.empty(), Optional.empty()));
        }
    }

    private void time(long millis) {
        last = millis > 0 ? Instant.ofEpochMilli(millis) : last;
    }

    private Told told(Origin origin, Audience audience) {
        if (current.isEmpty()) {
            belong(own, origin, audience);
        }
        return new Told(current.orElseThrow(), origin, audience);
    }

    /// Says what one message tells.
    final class Told {

        private final SessionId session;
        private final Origin origin;
        private final Audience audience;

        private Told(SessionId session, Origin origin, Audience audience) {
            this.session = session;
            this.origin = origin;
            this.audience = audience;
        }

        void say(Happening what) {
            audience.hear(session, last, origin, what);
        }

        void note(String kind) {
            say(new Happening.Noted(kind));
        }

        void injected(Source source, String from, String text) {
            say(new ContextInjected(source, from, text));
        }

        /// It is now so many milliseconds after 1970, if that is known.
        void at(long millis) {
            time(millis);
        }

        /// Says where the agent works from now on, if that is new.
        void workplace(String now) {
            if (!now.isEmpty() && !now.equals(directory)) {
                directory = now;
                say(new Happening.DirectoryChanged(now, Optional.empty()));
            }
        }

        SessionId child(String id) {
            return session.child(id);
        }

        /// A name for a call that has none.
        String unnamed() {
            return "unnamed-" + ++unnamed;
        }
    }
}
