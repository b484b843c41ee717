package dev.fairlead.wire.sweagent;

import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.event.Value;
import dev.fairlead.wire.Arguments;
import dev.fairlead.wire.Narrator;
import dev.fairlead.wire.json.Node;
import java.util.Map;
import java.util.OptionalInt;

/// One step of SWE-agent: what the agent said, the action that it wrote, and what came of it.
///
/// @param thought what the agent said before the action
/// @param action the action as a line, or as many as it has
/// @param openFile the file that the editor shows, empty where none is
/// @param directory where the agent works, empty where that is not stated
/// @param observation what the agent was shown
record SweAgentStep(String thought, String action, String openFile, String directory, String observation) {

    /// Reads a step.
    ///
    /// @param record holds the state after the step and what was observed
    static SweAgentStep of(String thought, String action, Node.Fields record) {
        Node.Fields state = Arguments.of(record.get("state")).fields();
        return new SweAgentStep(
                thought,
                action,
                state.textOr("open_file", ""),
                state.textOr("working_dir", ""),
                record.textOr("observation", ""));
    }

    void tell(Narrator narrator) {
        call(narrator);
        narrator.works(directory);
        if (narrator.isOpen("")) {
            returned(observation, narrator);
        } else if (!observation.isBlank()) {
            narrator.note("observation without an action");
        }
    }

    void call(Narrator narrator) {
        narrator.spoke(thought.strip());
        if (!action.isBlank()) {
            SweAgentAction parsed = SweAgentAction.of(action.strip(), openFile);
            Value.Fields arguments = Value.Fields.of(Map.of("action", new Value.Text(action.strip())));
            narrator.called("", parsed.tool(), arguments, parsed.action());
        }
    }

    /// Tells the result of the action that waits for one. The agent's editor takes an edit back that breaks the
    /// file's syntax, and says so; nothing else has a flag.
    static void returned(String text, Narrator narrator) {
        boolean isTakenBack = text.stripLeading().startsWith("Your proposed edit has introduced new syntax error");
        narrator.returned("", isTakenBack ? Outcome.FAILED : Outcome.UNSTATED, OptionalInt.empty(), text, 0);
    }
}
