package dev.fairlead.core.session;

import dev.fairlead.core.event.Origin;
import dev.fairlead.core.event.Outcome;
import dev.fairlead.core.shell.CommandLine;
import java.time.Instant;
import java.util.Optional;

/// A tool call joined with its result.
///
/// @param call what was asked
/// @param commandLine the command line that ran, taken apart; without commands where none ran
/// @param outcome the agent's own flag
/// @param failure why it failed; empty when it worked
/// @param answer the digest of the answer without what changes from run to run, see [ResultDigest];
/// none where it changed files
/// @param sequence of the result
/// @param origin of the result
public record Exchange(
        Call call,
        CommandLine commandLine,
        Outcome outcome,
        Optional<Failure> failure,
        long answer,
        Instant at,
        long sequence,
        Origin origin) {

    /// Whether the call did what it was called for.
    public boolean worked() {
        return failure.isEmpty();
    }
}
