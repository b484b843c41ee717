package dev.fairlead.store;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A call that waits for people, or waited.
///
/// @param id short enough to be typed
/// @param votes what people said, in order
/// @param settledAt when it was approved, denied, expired or used
public record Approval(String id, Request request, State state, List<Vote> votes, Optional<Instant> settledAt) {
    public Approval {
        votes = List.copyOf(votes);
    }

    /// What is asked for.
    ///
    /// @param command as the agent gave it: a command line, or what stands for one
    /// @param reason why the gate asks
    /// @param effects in words, what the call would do
    /// @param needed how many people must approve
    /// @param group whose members are asked; empty for anyone
    /// @param isCanary whether it is seeded to see that reviewers read: it must be denied
    public record Request(
            SessionId session,
            CallId call,
            String tool,
            String command,
            String reason,
            List<String> rules,
            List<String> effects,
            Instant askedAt,
            Instant expiresAt,
            int needed,
            String group,
            boolean isCanary) {
        public Request {
            rules = List.copyOf(rules);
            effects = List.copyOf(effects);
            if (needed < 1) {
                throw new IllegalArgumentException("%d approvals needed, at least one must be".formatted(needed));
            }
        }
    }

    /// Where it stands.
    public enum State {
        /// Too few have answered.
        PENDING,
        /// As many as are needed said yes.
        APPROVED,
        /// Somebody said no.
        DENIED,
        /// Nobody, or too few, answered in time.
        EXPIRED,
        /// It was approved, and the call has run.
        USED
    }

    /// What one person said.
    public record Vote(String by, boolean granted, Instant at, String why) {}
}
