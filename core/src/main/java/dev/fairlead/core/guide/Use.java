package dev.fairlead.core.guide;

import dev.fairlead.core.session.Session;

/// What a session has used so far, so that what comes before an intervention can be set against what comes after.
///
/// @param tokens of all kinds
public record Use(long calls, long failures, long tokens) {

    static Use of(Session session) {
        return new Use(
                session.tally().toolCalls(),
                session.tally().toolFailures(),
                session.tally().tokens().total());
    }

    /// What was used since an earlier moment.
    public Use since(Use earlier) {
        return new Use(calls - earlier.calls, failures - earlier.failures, tokens - earlier.tokens);
    }
}
