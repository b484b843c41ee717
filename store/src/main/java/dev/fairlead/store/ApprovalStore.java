package dev.fairlead.store;

import dev.fairlead.core.event.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps what people are asked, what they said, and the leave that came of it.
public interface ApprovalStore {

    /// Asks. Of a session's call that is pending already, the approval that there is comes back.
    Approval ask(Approval.Request request);

    /// An approval by its id.
    Optional<Approval> approval(String id);

    /// Approvals, the latest first. `text` looks at commands and reasons, `state` is that of
    /// [Approval.State].
    Page<Approval> approvals(Filter filter);

    /// Takes a person's vote. The vote that settles an approval also writes the leave, unless it is a canary: of that
    /// nothing follows.
    ///
    /// @param terms what is granted if it comes to be approved; the vote that settles it names them
    Answered vote(String id, Approval.Vote vote, Grant.Terms terms);

    /// What became of a vote.
    sealed interface Answered {
        /// It counts; the approval now stands so.
        record Counted(Approval approval) implements Answered {}

        /// It does not count.
        ///
        /// @param reason why, in words for the person
        record Rejected(String reason) implements Answered {}
    }

    /// Settles what nobody answered in time.
    ///
    /// @return those that expired now
    List<Approval> expire(Instant now);

    /// Those that wait and about which another group is to be asked by now.
    List<Approval> overdue(Instant now);

    /// Asks another group than was asked before, until another time.
    ///
    /// @return the approval as it stands; empty where it is not pending
    Optional<Approval> escalate(String id, String group, Instant until);

    /// Leave that holds in a session at a time: not past its end, not used up.
    List<Grant> grants(SessionId session, Instant now);

    /// Uses up leave for once, and marks its approval as used.
    ///
    /// @return whether it was there to be used: of several at once, one succeeds
    boolean use(String grant, Instant now);

    /// How reviewers decide, in order of their names.
    List<Reviewer> reviewers(Filter filter);

    /// One reviewer's record.
    ///
    /// @param median the time from question to answer that half of the answers stayed below
    /// @param canariesMissed seeded requests that were approved
    record Reviewer(String name, long approved, long denied, Duration median, long canaries, long canariesMissed) {}
}
