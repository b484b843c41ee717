package dev.fairlead.wire;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.event.Tokens;
import dev.fairlead.core.event.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Tells the events of one session place by place, for agents that store steps or messages. Mutable, and for one
/// thread.
///
/// It keeps the time, gives a call without an id one from the order of calls, and joins a result that names no call
/// with the call that has waited longest. What was told twice in a row, as some harnesses copy a thought onto every
/// call that it led to, is told once.
public final class Narrator {

    private static final int MOST_OPEN = 1_024;

    private final SessionId session;
    private final Map<String, CallId> open = new LinkedHashMap<>();
    private final UsageLedger usage = new UsageLedger();
    private Origin origin = Origin.index(0);
    private Audience audience = (_, _, _, _) -> {};
    private Instant now = Event.NO_TIME;
    private String directory = "";
    private String thought = "";
    private boolean hasSpoken;
    private long calls;
    private long answers;

    public Narrator(SessionId session) {
        this.session = session;
    }

    public SessionId session() {
        return session;
    }

    /// Moves on to the next place of the source.
    public void turn(Origin place, Audience listener) {
        origin = place;
        audience = listener;
        hasSpoken = false;
    }

    /// Sets the time where the text is one.
    public void time(String text) {
        now = Clock.read(text, now);
    }

    /// Says that something happened, here and now.
    public void say(Happening what) {
        hasSpoken = true;
        audience.hear(session, now, origin, what);
    }

    public void note(String kind) {
        say(new Happening.Noted(kind));
    }

    public void unread(String reason, String excerpt) {
        say(new Happening.Unread(reason, excerpt));
    }

    /// Notes the record's own name where nothing was said since the last turn, so that no place is lost.
    public void close(String kind) {
        if (!hasSpoken) {
            note(kind);
        }
    }

    /// Says that the session began.
    ///
    /// @param place the directory that it works in, empty where that is not known
    public void start(String agent, Optional<String> version, String place) {
        start(agent, version, place, Optional.empty());
    }

    /// Says that the session began, on a branch.
    public void start(String agent, Optional<String> version, String place, Optional<String> branch) {
        directory = place;
        Optional<String> known = place.isEmpty() ? Optional.empty() : Optional.of(place);
        say(new Happening.SessionStarted(agent, version, known, branch));
    }

    /// Says where the session works, if that is news.
    public void works(String place) {
        if (!place.isEmpty() && !place.equals(directory)) {
            directory = place;
            say(new Happening.DirectoryChanged(place, Optional.empty()));
        }
    }

    public void spoke(String text) {
        if (!text.isBlank()) {
            say(new Happening.AgentSpoke(text));
        }
    }

    public void thought(String text) {
        if (!text.isBlank() && !text.equals(thought)) {
            say(new Happening.AgentThought(text));
        }
        thought = text.isBlank() ? thought : text;
    }

    /// Says that a call was made.
    ///
    /// @param id the agent's own id, blank where it has none; one that still waits for its result gets a number
    public void called(String id, String tool, Value.Fields arguments, Action action) {
        calls++;
        String key = id.isBlank() ? "call-" + calls : open.containsKey(id) ? id + "#" + calls : id;
        CallId call = new CallId(key);
        open.put(key, call);
        if (open.size() > MOST_OPEN) {
            open.remove(open.keySet().iterator().next());
        }
        say(new Happening.ToolCalled(call, tool.isBlank() ? "unnamed" : tool, arguments, action));
    }

    /// Whether a call with this id waits for its result; with a blank one, whether any does.
    public boolean isOpen(String id) {
        return id.isBlank() ? !open.isEmpty() : open.containsKey(id);
    }

    /// Says that a call came back: the one named, or else the one that has waited longest.
    public void returned(String id, Outcome outcome, OptionalInt status, String text, int images) {
        String key = isOpen(id) && id.isBlank() ? open.keySet().iterator().next() : id;
        CallId call = open.remove(key);
        if (call == null) {
            call = new CallId(id.isBlank() ? "result-" + origin.place() : id);
        }
        say(new Happening.ToolReturned(call, outcome, status, text, images));
    }

    /// Says that a model was used.
    public void used(String model, Tokens tokens) {
        used("answer-" + ++answers, model, tokens);
    }

    /// Says that a model was used, once for all statements about the same answer.
    public void used(String answer, String model, Tokens tokens) {
        Tokens added = usage.added(answer, tokens);
        if (!added.equals(Tokens.NONE)) {
            say(new Happening.TokensUsed(model, added));
        }
    }
}
