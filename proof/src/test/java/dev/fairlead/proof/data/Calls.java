package dev.fairlead.proof.data;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.event.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Writes down a session of calls and answers, for stores that no dialect of the product reads.
final class Calls {

    private final SessionId session;
    private final List<Event> events = new ArrayList<>();
    private CallId last = new CallId("none");
    private int calls;

    Calls(String session) {
        this.session = new SessionId(session);
    }

    /// Arguments that are one text.
    static Value.Fields argument(String text) {
        return Value.Fields.of(Map.of("text", new Value.Text(text)));
    }

    void task(String text) {
        tell(new Happening.TaskGiven(text, 0));
    }

    void called(String tool, Value.Fields arguments, Action action) {
        last = new CallId("call-" + ++calls);
        tell(new Happening.ToolCalled(last, tool, arguments, action));
    }

    /// The answer to the last call, without a flag.
    void answered(String text) {
        answered(Outcome.UNSTATED, text);
    }

    void answered(Outcome outcome, String text) {
        tell(new Happening.ToolReturned(last, outcome, OptionalInt.empty(), text, 0));
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    private void tell(Happening what) {
        events.add(new Event(session, events.size(), Event.NO_TIME, Origin.index(events.size()), what));
    }
}
