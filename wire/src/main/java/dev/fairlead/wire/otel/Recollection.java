package dev.fairlead.wire.otel;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.Happening;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is remembered of a session from one stretch of a file to the next, within bounds.
///
/// Senders repeat a conversation's beginning with every request; what was told of it is not told again.
final class Recollection {

    private static final int MOST = 4_096;

    private final Map<CallId, Boolean> calls = new LinkedHashMap<>();
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private boolean isStarted;
    private String model = "";

    /// What is remembered of a session whose events are these.
    static Recollection of(List<Event> events) {
        Recollection recollection = new Recollection();
        recollection.isStarted = !events.isEmpty();
        events.forEach(each -> recollection.recall(each.what()));
        return recollection;
    }

    private void recall(Happening what) {
        switch (what) {
            case Happening.TaskGiven given -> say(given.text());
            case Happening.ContextInjected injected -> say(injected.text());
            case Happening.ToolCalled called -> keep(called.call(), false);
            case Happening.ToolReturned returned -> keep(returned.call(), true);
            case Happening.TokensUsed used -> use(used.model());
            default -> {} // nothing else is repeated
        }
    }

    /// Whether this is the first time that something of the session is told.
    boolean starts() {
        boolean starts = !isStarted;
        isStarted = true;
        return starts;
    }

    /// The model that was named last.
    String model() {
        return model;
    }

    void use(String name) {
        model = name;
    }

    boolean isCalled(CallId call) {
        return calls.containsKey(call);
    }

    boolean isReturned(CallId call) {
        return calls.getOrDefault(call, false);
    }

    void keep(CallId call, boolean isReturned) {
        calls.put(call, isReturned);
        forget(calls);
    }

    /// A text was said anew.
    void say(String text) {
        texts.merge(key(text), 1, Integer::sum);
        forget(texts);
    }

    /// One message list, in which each text counts as new only beyond the times that it was said.
    Hearing hearing() {
        return new Hearing();
    }

    /// The reading of one message list.
    final class Hearing {

        private final Map<String, Integer> heard = new HashMap<>();

        boolean isNew(String text) {
            int times = heard.merge(key(text), 1, Integer::sum);
            if (times <= texts.getOrDefault(key(text), 0)) {
                return false;
            }
            say(text);
            return true;
        }
    }

    /// Of a long text its ends and a digest are enough to know it again.
    private static String key(String text) {
        return text.length() <= 100 ? text : text.substring(0, 80) + text.length() + "~" + text.hashCode();
    }

    private static void forget(Map<?, ?> oldestFirst) {
        if (oldestFirst.size() > MOST) {
            oldestFirst.remove(oldestFirst.keySet().iterator().next());
        }
    }
}
