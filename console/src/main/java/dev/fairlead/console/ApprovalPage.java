package dev.fairlead.console;

import dev.fairlead.store.Approval;
import dev.fairlead.store.ApprovalStore.Reviewer;
import dev.fairlead.store.Page;
import dev.fairlead.store.SessionSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One question to people, on one screen.
///
/// @param requested what the person had asked the agent for, the latest last
/// @param soFar what the session did last
/// @param objection why whoever looks may not say yes; empty where they may
/// @param next another question that waits
record ApprovalPage(
        Frame frame,
        Approval approval,
        Optional<SessionSummary> session,
        List<String> requested,
        List<Step> soFar,
        String objection,
        Optional<Approval> next,
        Instant now) {

    /// The questions that wait, and those that are settled.
    record Inbox(Frame frame, List<Approval> waiting, Page<Approval> settled, Search search, Instant now) {

        String left(Approval each) {
            return ApprovalPage.left(each, now);
        }
    }

    /// How people decide.
    record Reviewers(Frame frame, Search search, List<Reviewer> reviewers) {}

    boolean isOpen() {
        return approval.state() == Approval.State.PENDING;
    }

    String left() {
        return left(approval, now);
    }

    private static String left(Approval approval, Instant now) {
        return Say.say(
                "approval.left",
                Say.span(Duration.between(now, approval.request().expiresAt())));
    }

    /// How many have said yes.
    long granted() {
        return approval.votes().stream().filter(Approval.Vote::granted).count();
    }

    /// The change of files, if it is one.
    List<DiffLine> change() {
        return DiffLine.written(approval.request().background().change());
    }
}
