package dev.fairlead.wire;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Happening.ContextInjected.Source;
import dev.fairlead.core.event.Happening.ToolCalled;
import dev.fairlead.core.event.Happening.ToolReturned;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.event.Tokens;
import dev.fairlead.wire.json.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells the events of one file: knows which session is being told of, when, and where it works.
///
/// What comes before any session is named is held back; where none is named to the end, the file's name stands in for
/// it. What must be remembered to tell a thing once is bounded.
public final class Chronicle {

    private static final int MOST_HELD = 4_096;
    private static final int MOST_SESSIONS = 256;
    private static final int MOST_CALLS = 4_096;

    private final String agent;
    private final String name;
    private final List<Held> held = new ArrayList<>();
    private final Map<SessionId, Place> places = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<SessionId> started = new LinkedHashSet<>();
    private final UsageLedger usage = new UsageLedger();
    private Optional<SessionId> current = Optional.empty();
    private Instant last = Event.NO_TIME;

    /// @param agent the dialect's name of the agent
    /// @param name the file's name, for want of a session's
    public Chronicle(String agent, String name) {
        this.agent = agent;
        this.name = name;
    }

    private record Held(Origin origin, Happening what) {}

    /// What is remembered of one session while its file is read.
    private static final class Place {
        private final Map<CallId, Boolean> calls = new LinkedHashMap<>();
        private String directory;
        private String branch;

        Place(String directory, String branch) {
            this.directory = directory;
            this.branch = branch;
        }
    }

    /// It is now as late as this text says, where it is a time in ISO 8601.
    public void at(String time) {
        last = Clock.read(time, last);
    }

    /// It is now so many milliseconds after the epoch, where the record says so.
    public void at(Node.Fields record, String key) {
        record.number(key).ifPresent(millis -> last = Instant.ofEpochMilli(millis));
    }

    /// Whether a session is being told of.
    public boolean hasSession() {
        return current.isPresent();
    }

    /// Tells what stands at one place of the file.
    public Told told(Origin origin, Audience audience) {
        return new Told(origin, audience);
    }

    /// Tells what could not be read as a record.
    public void unread(String reason, String excerpt, Origin origin, Audience audience) {
        if (current.isEmpty() && held.size() >= MOST_HELD) {
            told(origin, audience).enterUnnamed();
        }
        told(origin, audience).say(new Happening.Unread(reason, excerpt));
    }

    /// The file is at its end.
    public void end(Audience audience) {
        if (current.isEmpty() && !held.isEmpty()) {
            told(held.getLast().origin(), audience).release(new SessionId(name));
        }
    }

    private static <T> void bound(Set<T> set, int most) {
        if (set.size() > most) {
            set.remove(set.iterator().next());
        }
    }

    /// Says what one record tells, in the session that it belongs to.
    public final class Told {

        private final Origin origin;
        private final Audience audience;
        private boolean hasSpoken;

        private Told(Origin origin, Audience audience) {
            this.origin = origin;
            this.audience = audience;
        }

        /// The same, of a part of the record that has a place of its own where the file is one document.
        public Told part(int index) {
            return origin.unit() == Origin.Unit.INDEX ? new Told(Origin.index(index), audience) : this;
        }

        /// Whether anything was said.
        public boolean hasSpoken() {
            return hasSpoken;
        }

        /// From here on a session is told of; it begins, where nothing was told of it before.
        public void enter(SessionId session, Optional<String> version, String directory, String branch) {
            current = Optional.of(session);
            release(session);
            Place before = places.get(session);
            if (before != null) {
                moved(directory.isEmpty() ? before.directory : directory, branch.isEmpty() ? before.branch : branch);
                return;
            }
            places.put(session, new Place(directory, branch));
            if (places.size() > MOST_SESSIONS) {
                places.remove(places.keySet().iterator().next());
            }
            say(new Happening.SessionStarted(agent, version, filled(directory), filled(branch)));
        }

        /// Tells of a session that no record named.
        public void enterUnnamed() {
            if (current.isEmpty()) {
                enter(new SessionId(name), Optional.empty(), "", "");
            }
        }

        /// The agent works in this directory now, which is told where it is another than before.
        public void moved(String directory, String branch) {
            Place place = place();
            if (!directory.equals(place.directory) || !branch.equals(place.branch)) {
                place.directory = directory;
                place.branch = branch;
                say(new Happening.DirectoryChanged(directory, filled(branch)));
            }
        }

        /// The agent works in this directory now, on the branch as before.
        public void moved(String directory) {
            moved(directory, place().branch);
        }

        /// Says that something happened.
        public void say(Happening what) {
            hasSpoken = true;
            if (current.isPresent()) {
                audience.hear(current.get(), last, origin, what);
            } else {
                held.add(new Held(origin, what));
            }
        }

        /// Says that there is bookkeeping of no consequence.
        public void note(String kind) {
            say(new Happening.Noted(kind));
        }

        /// Says that text reached the agent; text of nothing but blanks does not.
        public void injected(Source source, String from, String text) {
            if (!text.isBlank()) {
                say(new Happening.ContextInjected(source, from, text));
            }
        }

        /// Says that something was not understood, by the names of its keys.
        public void unread(String reason, Node.Fields what) {
            say(new Happening.Unread(reason, String.join(", ", what.names())));
        }

        /// Says that a tool was called, once for each call.
        public void called(ToolCalled call) {
            Map<CallId, Boolean> calls = place().calls;
            if (calls.putIfAbsent(call.call(), false) == null) {
                bound(calls.keySet(), MOST_CALLS);
                say(call);
            }
        }

        /// Says that a call came back, once for each call. A result whose call no record holds is told as well.
        ///
        /// @param echo what is noted where the result was told before
        public void returned(ToolReturned returned, String echo) {
            Map<CallId, Boolean> calls = place().calls;
            if (calls.getOrDefault(returned.call(), false)) {
                note(echo);
            } else {
                calls.put(returned.call(), true);
                bound(calls.keySet(), MOST_CALLS);
                say(returned);
            }
        }

        /// Whether the result of a call was told.
        public boolean isAnswered(CallId call) {
            return place().calls.getOrDefault(call, false);
        }

        /// Says what a use of a model adds to what was told of the same answer.
        public void used(String model, String answer, Tokens tokens) {
            Tokens added = usage.added(answer, tokens);
            if (!added.equals(Tokens.NONE)) {
                say(new Happening.TokensUsed(model, added));
            }
        }

        /// Says that a sub-agent set to work, once.
        public void startSubagent(SessionId child, String task) {
            if (started.add(child)) {
                bound(started, MOST_SESSIONS);
                say(new Happening.SubagentStarted(child, task));
            }
        }

        /// Says that a sub-agent is done, if it is known to have set to work.
        public void endSubagent(SessionId child) {
            if (started.contains(child)) {
                say(new Happening.SubagentEnded(child));
            }
        }

        /// The session that is told of.
        public SessionId session() {
            return current.orElseGet(() -> new SessionId(name));
        }

        /// A call's own id, or one made of its place.
        public CallId callId(String value) {
            return new CallId(value.isBlank() ? "line-" + origin.place() : value);
        }

        private Place place() {
            enterUnnamed();
            return places.computeIfAbsent(session(), _ -> new Place("", ""));
        }

        private void release(SessionId session) {
            for (Held each : held) {
                audience.hear(session, last, each.origin(), each.what());
            }
            held.clear();
        }

        private static Optional<String> filled(String text) {
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        }
    }
}
