package dev.fairlead.store;

import dev.fairlead.core.event.CallId;
import dev.fairlead.core.event.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/// What is told of many sessions, or of one long one, without reading their events one by one.
public interface OverviewStore {

    /// Places in a session that a person looks for: the person's words, failed calls, the context's replacement, what
    /// people and we ourselves did. In order, [#MOST_MARKS] at most.
    List<Mark> marks(SessionId session, Channel channel);

    /// The most marks of one session.
    int MOST_MARKS = 5_000;

    /// A place in a session.
    ///
    /// @param kind the event's kind as it is written, or `failed` for a call that came back so
    record Mark(long sequence, String kind) {}

    /// Events that hold a text, in order.
    ///
    /// @param from the first that is looked at
    /// @param limit the most that are wanted
    List<Long> find(SessionId session, Channel channel, String text, long from, int limit);

    /// The event by which a call was made.
    OptionalLong call(SessionId session, Channel channel, CallId call);

    /// Sessions that another one set to work, in the order of their names.
    List<SessionId> children(SessionId parent, Channel channel);

    /// What is stored of each agent, model, version and repository, the busiest first.
    List<Fleet> fleet(Filter filter);

    /// Sessions of one kind, added up.
    ///
    /// @param tokens read and written
    /// @param output those of them that were written
    record Fleet(
            String agent,
            String model,
            String version,
            String repository,
            long sessions,
            long calls,
            long failures,
            long findings,
            long tokens,
            long output,
            long seconds,
            Instant first,
            Instant last) {}

    /// The same of each agent day by day, in order.
    List<Day> days(Filter filter);

    /// One agent's day.
    ///
    /// @param day counted from 1970-01-01 in UTC
    record Day(String agent, long day, long sessions, long calls, long failures, long findings, long tokens) {}

    /// How many findings there are of each kind, the most frequent first.
    ///
    /// @param by what they are told apart by
    List<Group> groups(Filter filter, By by);

    /// What findings are grouped by.
    enum By {
        /// The class.
        MISBEHAVIOUR,
        /// The agent.
        AGENT,
        /// The model.
        MODEL,
        /// The repository.
        REPOSITORY,
        /// The person.
        PERSON,
        /// The detector.
        DETECTOR
    }

    /// One kind of findings.
    record Group(String name, long findings, long sessions) {}

    /// Names that sessions have: of agents, repositories and people, in order.
    List<String> names(By by);
}
