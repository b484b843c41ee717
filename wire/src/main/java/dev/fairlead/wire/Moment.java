package dev.fairlead.wire;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.event.Value;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What happens when an agent calls a hook.
public sealed interface Moment {

    /// A session begins or goes on.
    record Begins(String source) implements Moment {}

    /// The person said something.
    record Prompted(String text) implements Moment {}

    /// Tools are about to run; mostly one.
    record BeforeTool(List<Call> calls) implements Moment {
        public BeforeTool {
            calls = List.copyOf(calls);
        }
    }

    /// Tools have run; mostly one.
    record AfterTool(List<Answered> answers) implements Moment {
        public AfterTool {
            answers = List.copyOf(answers);
        }
    }

    /// The agent itself would ask a person whether a call may run.
    record AsksPermission(Call call) implements Moment {}

    /// The agent is about to stop.
    ///
    /// @param said its last words
    /// @param isAgain whether it was already sent back
    record Stops(String said, boolean isAgain) implements Moment {}

    /// A sub-agent sets to work.
    record SubagentBegins(SessionId child) implements Moment {}

    /// A sub-agent is about to stop.
    record SubagentStops(SessionId child, String said, boolean isAgain) implements Moment {}

    /// The context was replaced by a summary.
    record Compacted(String trigger) implements Moment {}

    /// The session is over.
    record Ends(String reason) implements Moment {}

    /// Anything else that is understood and of no consequence.
    record Other(String kind) implements Moment {}

    /// Something that was not understood.
    record NotUnderstood(String reason) implements Moment {}

    /// A call of a tool.
    ///
    /// @param id the agent's own; empty where it gives none
    record Call(Optional<CallId> id, String tool, Value.Fields arguments, Action action) {}

    /// A call with its answer.
    record Answered(Call call, Outcome outcome, OptionalInt exitStatus, String text, int images) {}
}
