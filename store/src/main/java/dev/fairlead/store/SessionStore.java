package dev.fairlead.store;

import dev.fairlead.core.detect.Misbehaviour;
import dev.fairlead.core.event.Event;
import dev.fairlead.core.event.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps the log of events, and what follows from it: sessions at a glance, findings, interventions, the
/// gate's answers.
///
/// The log is the truth. Everything else is written with it, in the same transaction. Every method may
/// throw a [StoreFault], and then nothing has changed.
public interface SessionStore {

    /// Takes in entries, in order, in one transaction. What is there already changes nothing.
    Taken append(List<Entry> entries);

    /// What became of entries that were appended.
    ///
    /// @param added that are new, or changed what was there
    /// @param known that were there already
    record Taken(int added, int known) {}

    /// A session at a glance.
    Optional<SessionSummary> session(SessionId session, Channel channel);

    /// Sessions, those with the latest events first.
    Page<SessionSummary> sessions(Filter filter);

    /// Sessions that have not ended and had an event since then: those to be resumed after a start.
    List<SessionSummary> unfinished(Channel channel, Instant since);

    /// Events of a session in order.
    ///
    /// @param from the first sequence that is wanted
    /// @param limit the most events
    List<Event> events(SessionId session, Channel channel, long from, int limit);

    /// Findings, the latest first.
    Page<StoredFinding> findings(Filter filter);

    /// Interventions, the latest first.
    Page<Intervention> interventions(Filter filter);

    /// An intervention by its id.
    Optional<Intervention> intervention(String id);

    /// Recoveries for each class and agent, in their order.
    List<Recovery> recoveries(Filter filter);

    /// How many interventions were dropped before they reached the agent, since what they were about no longer held.
    List<Dropped> dropped(Filter filter);

    /// Those of one class and agent.
    record Dropped(Misbehaviour misbehaviour, String agent, long count) {}

    /// The gate's answers, the latest first.
    Page<GateDecision> decisions(Filter filter);
}
