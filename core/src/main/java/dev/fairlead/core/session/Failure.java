package dev.fairlead.core.session;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.Origin;

/// A tool call that failed.
///
/// @param kind why
/// @param excerpt the line of the answer that says so, at most [#EXCERPT] characters
public record Failure(CallId call, String tool, FailureKind kind, String excerpt, long sequence, Origin origin) {

    /// The most that is kept of an answer, in characters.
    public static final int EXCERPT = 160;
}
