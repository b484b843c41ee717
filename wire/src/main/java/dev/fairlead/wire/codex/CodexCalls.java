package dev.fairlead.wire.codex;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Happening.ToolReturned;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The calls of one session, and what is known of how each ended.
///
/// What the model is shown of a result and what the client notes of it are different records, in either order. What
/// the model is shown is the result; the note lends it its flag where it comes first, and stands in its place where
/// the model is shown nothing.
final class CodexCalls {

    private static final int MOST = 2_048;

    private final Map<CallId, Call> calls = new LinkedHashMap<>();
    private final Map<CallId, Note> notes = new LinkedHashMap<>();

    /// A call that was made.
    private record Call(String tool, String task, boolean isReturned) {}

    /// What the client noted of a result, and where.
    record Note(Origin origin, ToolReturned returned) {}

    /// Remembers a call.
    ///
    /// @param task what it hands to another agent, if it does
    void made(CallId id, String tool, String task) {
        calls.put(id, new Call(tool, task, false));
        if (calls.size() > MOST) {
            CallId oldest = calls.keySet().iterator().next();
            calls.remove(oldest);
            notes.remove(oldest);
        }
    }

    boolean isKnown(CallId id) {
        return calls.containsKey(id);
    }

    /// What a call handed to another agent, where it made one.
    Optional<String> taskOfSpawn(CallId id) {
        return Optional.ofNullable(calls.get(id))
                .filter(call -> call.tool().endsWith("spawn_agent"))
                .map(Call::task);
    }

    /// The result as the model is shown it, with what was noted of it.
    ToolReturned returned(ToolReturned shown) {
        close(shown.call());
        Note note = notes.remove(shown.call());
        if (note == null || shown.outcome() != Outcome.UNSTATED) {
            return shown;
        }
        OptionalInt status = shown.exitStatus().isPresent()
                ? shown.exitStatus()
                : note.returned().exitStatus();
        return new ToolReturned(shown.call(), note.returned().outcome(), status, shown.text(), shown.images());
    }

    /// Keeps a note of a result that may still be shown.
    void noted(Origin origin, ToolReturned returned) {
        Call call = calls.get(returned.call());
        if (call != null && !call.isReturned()) {
            notes.put(returned.call(), new Note(origin, returned));
        }
    }

    /// A call is at its end.
    void close(CallId id) {
        calls.computeIfPresent(id, (_, call) -> new Call(call.tool(), call.task(), true));
    }

    /// The notes of results that nobody was shown, which are now those results.
    List<Note> release() {
        List<Note> left = new ArrayList<>(notes.values());
        left.forEach(note -> close(note.returned().call()));
        notes.clear();
        return left;
    }
}
