package dev.fairlead.core.session;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Origin;
import dev.fairlead.core.shell.CheckKind;

/// A run of tests, a build or a linter.
///
/// @param command the command line, cut to [#KEPT] characters
/// @param passed whether it ended well
public record CheckRun(CheckKind kind, String command, boolean passed, CallId call, long sequence, Origin origin) {

    /// The most that is kept of a command line, in characters.
    public static final int KEPT = 200;

    public CheckRun {
        command = command.length() <= KEPT ? command : command.substring(0, KEPT);
    }
}
