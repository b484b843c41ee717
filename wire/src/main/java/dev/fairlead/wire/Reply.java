package dev.fairlead.wire;

import dev.fairlead.core.event.Value;
import java.util.Optional;

/// What an agent's hook is answered. What is empty is not said.
///
/// @param refusal why the call may not run
/// @param guidance what the agent's model is to read
/// @param sendBack why the agent is not to stop yet
/// @param end why the session ends
/// @param arguments with which the call runs instead of its own
public record Reply(
        Optional<String> refusal,
        Optional<String> guidance,
        Optional<String> sendBack,
        Optional<String> end,
        Optional<Value.Fields> arguments) {

    /// Nothing to say: the agent goes on.
    public static final Reply NOTHING =
            new Reply(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /// The call may not run.
    public static Reply refuse(String why) {
        return new Reply(Optional.of(why), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// The agent's model is to read something.
    public static Reply guide(String text) {
        return new Reply(Optional.empty(), Optional.of(text), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// The agent is to go on where it would stop.
    public static Reply sendBack(String why) {
        return new Reply(Optional.empty(), Optional.empty(), Optional.of(why), Optional.empty(), Optional.empty());
    }

    /// The session ends; where an agent cannot be told so, the call is refused.
    public static Reply end(String why) {
        return new Reply(Optional.of(why), Optional.empty(), Optional.empty(), Optional.of(why), Optional.empty());
    }

    /// The call runs with other arguments.
    public static Reply rewrite(Value.Fields arguments) {
        return new Reply(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(arguments));
    }

    /// The same, with something to read.
    public Reply with(String text) {
        return new Reply(refusal, Optional.of(text), sendBack, end, arguments);
    }
}
