package dev.fairlead.server;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.session.Digest;
import dev.fairlead.wire.Moment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/// The calls of a session that have been announced and have not come back, so that an answer without an id finds its
/// call: the oldest of the same tool with the same arguments.
final class OpenCalls {

    /// The most calls kept; of more, the oldest is forgotten.
    static final int MOST = 64;

    private final Deque<Open> open = new ArrayDeque<>();

    private record Open(CallId id, String tool, long arguments) {}

    void add(CallId id, Moment.Call call) {
        open.addLast(new Open(id, call.tool(), Digest.of(call.arguments())));
        if (open.size() > MOST) {
            open.removeFirst();
        }
    }

    /// The id under which a call was announced, which is then forgotten; empty where it was not.
    Optional<CallId> take(Moment.Call call) {
        long arguments = Digest.of(call.arguments());
        for (Iterator<Open> each = open.iterator(); each.hasNext(); ) {
            Open one = each.next();
            boolean isIt = call.id().isPresent()
                    ? one.id().equals(call.id().get())
                    : one.tool().equals(call.tool()) && one.arguments() == arguments;
            if (isIt) {
                each.remove();
                return Optional.of(one.id());
            }
        }
        return Optional.empty();
    }

    /// Forgets a call that will not come back.
    void forget(CallId id) {
        open.removeIf(each -> each.id().equals(id));
    }
}
