package dev.fairlead.wire;

import dev.fairlead.core.event.SessionId;
import java.time.Instant;
import java.util.Optional;

/// One call of a hook, in words that are the same for every agent.
///
/// @param name the agent's own name of the hook
/// @param session whose it is; a sub-agent's is named after its parent's
/// @param at when, [dev.fairlead.core.event.Event#NO_TIME] where the payload does not say
/// @param directory the working directory
/// @param transcript where the agent stores the session
/// @param moment what happens
public record HookCall(
        String name,
        SessionId session,
        Instant at,
        Optional<String> version,
        Optional<String> model,
        Optional<String> directory,
        Optional<String> branch,
        Optional<String> transcript,
        Moment moment) {

    /// The same as another session's.
    public HookCall within(SessionId other) {
        return new HookCall(name, other, at, version, model, directory, branch, transcript, moment);
    }
}
