package dev.fairlead.wire.copilot;

import dev.fairlead.core.event.CallId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What is remembered of one agent's calls until they come back.
///
/// A call stands in the agent's answer and again where it begins; a person's answer to the question whether it may run
/// stands before its result, which says only that it was denied.
final class CopilotCalls {

    private static final int MOST = 2_048;

    private final Map<CallId, Call> calls = new LinkedHashMap<>();

    /// A call that was made.
    ///
    /// @param task what it hands to another agent; empty where it does not
    /// @param isPersons whether the person made it, not the agent
    /// @param isRefused whether the person said no
    private record Call(String task, boolean isPersons, boolean isRefused) {}

    /// Remembers a call, where it is not known yet.
    boolean isNew(CallId id, String task) {
        return remember(id, new Call(task, false, false));
    }

    /// Remembers what a person runs.
    void madeByPerson(CallId id) {
        remember(id, new Call("", true, false));
    }

    private boolean remember(CallId id, Call call) {
        boolean isNew = calls.putIfAbsent(id, call) == null;
        if (calls.size() > MOST) {
            calls.remove(calls.keySet().iterator().next());
        }
        return isNew;
    }

    boolean isPersons(CallId id) {
        return find(id).map(Call::isPersons).orElse(false);
    }

    /// A person said no to a call.
    void refused(CallId id) {
        calls.computeIfPresent(id, (_, call) -> new Call(call.task(), call.isPersons(), true));
    }

    boolean isRefused(CallId id) {
        return find(id).map(Call::isRefused).orElse(false);
    }

    /// What a call handed to another agent.
    Optional<String> task(CallId id) {
        return find(id).map(Call::task).filter(each -> !each.isEmpty());
    }

    private Optional<Call> find(CallId id) {
        return Optional.ofNullable(calls.get(id));
    }
}
