package dev.fairlead.server;

import dev.fairlead.core.event.SessionId;
import dev.fairlead.core.session.Digest;

/// Which sessions are told nothing, so that it can be seen what telling is worth.
final class Arms {

    private static final long SALT = 0x5DEECE66DL;

    private Arms() {}

    /// Whether a session is one of those: the same answer for the same session on every machine, and a sub-agent is
    /// treated as its parent.
    ///
    /// @param share how many of all sessions are, from 0 to 1
    static boolean isShadowed(SessionId session, double share) {
        int slash = session.value().indexOf('/');
        String root = slash < 0 ? session.value() : session.value().substring(0, slash);
        long digest = Digest.join(SALT, Digest.of(root));
        return (digest >>> 11) * 0x1.0p-53 < share;
    }
}
