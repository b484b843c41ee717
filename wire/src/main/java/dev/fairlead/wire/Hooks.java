package dev.fairlead.wire;

import dev.fairlead.wire.json.Node;

/// One agent's way of telling of its work while it works, and of being answered: what its hooks send, and what they
/// understand.
public interface Hooks {

    /// What a payload says. Whatever it lacks is left open; a payload that is not understood is [Moment.Other].
    ///
    /// @param name the hook's name, for payloads that do not state it; empty where nobody says
    HookCall hear(Node.Fields payload, String name);

    /// An answer in the agent's native form: JSON, always one object. What the agent cannot take at this moment is
    /// left out.
    String say(HookCall call, Reply reply);

    /// Whether guidance that is given in answer to a hook reaches the agent's model.
    boolean listens(HookCall call);

    /// Whether a call can be made to run with other arguments.
    default boolean rewrites() {
        return true;
    }
}
