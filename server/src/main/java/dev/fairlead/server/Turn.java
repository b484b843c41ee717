package dev.fairlead.server;

import dev.fairlead.core.event.CallId;
import dev.fairlead.store.Approval;
import dev.fairlead.wire.Reply;
import java.util.List;

/// What follows of a hook: an answer at once, or one that a person must give.
sealed interface Turn {

    /// An answer.
    record Done(Reply reply) implements Turn {}

    /// A question.
    ///
    /// @param answers the id under which the person's answer is put on record
    /// @param calls the calls that wait for it
    /// @param leave what is answered where a person says yes
    record Held(Approval approval, CallId answers, List<CallId> calls, Reply leave) implements Turn {
        public Held {
            calls = List.copyOf(calls);
        }
    }
}
