package dev.fairlead.core.session;

import dev.fairlead.core.event.Action;
import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Origin;
import java.time.Instant;
import java.util.List;

/// A tool call as the session remembers it: what it does and what it changes, without the bulk of its arguments.
///
/// @param action what it does; long texts in it are cut to [#KEPT] characters
/// @param fingerprint the digest of the tool and its canonical arguments: two calls with one fingerprint ask the same
/// @param changes what it does to files if it succeeds
public record Call(
        CallId id,
        String tool,
        Action action,
        long fingerprint,
        List<FileChange> changes,
        Instant at,
        long sequence,
        Origin origin) {

    /// The most that is kept of a text within an action, in characters.
    public static final int KEPT = 400;

    /// The most that is kept of a command line, in characters.
    public static final int KEPT_COMMAND = 4_000;

    /// The most that is kept of a path or another name, in characters; the end says more than the beginning.
    public static final int KEPT_NAME = 400;

    public Call {
        changes = List.copyOf(changes);
    }

    /// What is kept of a path or another name.
    static String kept(String name) {
        return name.length() <= KEPT_NAME ? name : name.substring(name.length() - KEPT_NAME);
    }
}
