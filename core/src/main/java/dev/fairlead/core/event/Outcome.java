package dev.fairlead.core.event;

/// How a tool call ended, as its agent's own record states it.
public enum Outcome {
    /// The agent's flag says that it worked.
    SUCCEEDED,
    /// The agent's flag says that it failed.
    FAILED,
    /// A person was asked and said no.
    REFUSED,
    /// A hook, a policy or a permission setting said no; nobody was asked.
    DENIED,
    /// A person stopped it while it ran.
    INTERRUPTED,
    /// It never ran: a call beside it failed, or the session ended first.
    SKIPPED,
    /// It still runs in the background; its end, if it comes, is a result of another call.
    RUNNING,
    /// The agent's record has no flag: the text decides.
    UNSTATED;

    /// Whether the call did what it was called for, as far as the agent says.
    public boolean hasWorked() {
        return switch (this) {
            case SUCCEEDED, UNSTATED, RUNNING -> true;
            case FAILED, REFUSED, DENIED, INTERRUPTED, SKIPPED -> false;
        };
    }
}
