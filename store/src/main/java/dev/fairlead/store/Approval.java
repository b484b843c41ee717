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
    /// @param isCanary whether it is seeded to see that reviewers read: it must be denied
    public record Request(
            SessionId session,
            CallId call,
            String tool,
            String command,
            String reason,
            List<String> rules,
            List<String> effects,
            Background background,
            Instant askedAt,
            Instant expiresAt,
            Panel panel,
            boolean isCanary) {
        public Request {
            rules = List.copyOf(rules);
            effects = List.copyOf(effects);
        }
    }

    /// What else a person wants to see before deciding.
    ///
    /// @param plan what the agent said last that it was about, empty where nothing is known
    /// @param change what a change of files would take out and put in, empty for other calls
    public record Background(String plan, String change) {

        /// Nothing is known.
        public static final Background NONE = new Background("", "");
    }

    /// Who is asked.
    ///
    /// @param needed how many people must approve
    /// @param group whose members may; empty for anyone
    /// @param escalation who is asked next, if nobody decides
    public record Panel(int needed, String group, Optional<Escalation> escalation) {

        /// One person, whoever it is.
        public static final Panel ANYBODY = new Panel(1, "", Optional.empty());

        public Panel {
            if (needed < 1) {
                throw new IllegalArgumentException("%d approvals needed, at least one must be".formatted(needed));
            }
        }
    }

    /// Who is asked when nobody has decided.
    ///
    /// @param at when
    public record Escalation(String group, Instant at) {}

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
